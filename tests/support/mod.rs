//! What the integration tests share: projects to build, and reading the PDFs that griffel made, the way a reader would.

pub mod engels;
pub mod html;
pub mod pdf;
pub mod project;
