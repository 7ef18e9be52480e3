//! What the integration tests share: reading the PDFs that griffel made, the way a reader would.

pub mod pdf;
