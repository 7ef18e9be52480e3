//! Griffel writes the formal letters of Dutch local government.
//!
//! Six stages, six types, one direction:
//!
//! 1. [`load`] reads the project (content, templates, fonts) into memory, every value with its place;
//! 2. [`validate`] turns raw trees into the [`model`] and notes every fault it finds;
//! 3. [`plan`] decides which document goes to which gemeente, who signs it, and where it is written;
//! 4. [`render`] merges each job through Tera into Typst sources;
//! 5. [`compile`] turns those sources into PDF/A-2a + PDF/UA-1 in process;
//! 6. [`publish`] writes what has changed, whole or not at all, and keeps the manifest.
//!
//! [`kanalen`] makes what publication asks for beside a PDF.
//! [`overzicht`] shows the plan to people: who gets what, what is missing, where a value comes from.
//! [`verschil`] compares two versions by what each PDF says: which words, points and annexes changed for whom.
//! [`pipeline`] runs the stages in order; [`cli`] is the only part that prints or looks at the clock.
//!
//! | module | may use |
//! |---|---|
//! | `diag` | - |
//! | `nl` | - |
//! | `html` | - |
//! | `model` | `diag`, `nl` |
//! | `load` | `diag`, `nl`, `model` |
//! | `validate` | `diag`, `nl`, `html`, `model`, `load`, `pdf` |
//! | `plan` | `diag`, `nl`, `model`, `load`, `validate` |
//! | `render` | `diag`, `nl`, `html`, `model`, `load`, `plan` |
//! | `overzicht` | `diag`, `nl`, `html`, `model`, `load`, `plan`, `render` |
//! | `verschil` | `diag`, `nl`, `html`, `model`, `render` |
//! | `compile` | `diag`, `load`, `render` |
//! | `pdf` | - |
//! | `xml` | `diag`, `nl`, `model` |
//! | `kanalen` | `diag`, `nl`, `html`, `model`, `plan`, `render`, `overzicht`, `compile`, `xml` |
//! | `publish` | `diag`, `model`, `plan`, `compile` |
//! | `verify` | `diag`, `nl`, `html`, `model`, `pdf`, `xml`, `publish` |
//! | `pipeline` | `diag`, `model`, `load`, `validate`, `plan`, `render`, `overzicht`, `verschil`, `compile`, `kanalen`, `publish` |
//! | `cli` | `diag`, `nl`, `model`, `plan`, `overzicht`, `verschil`, `publish`, `verify`, `pipeline` |

pub mod cli;
pub mod compile;
pub mod diag;
pub mod html;
pub mod kanalen;
pub mod load;
pub mod model;
pub mod nl;
pub mod overzicht;
pub mod pdf;
pub mod pipeline;
pub mod plan;
pub mod publish;
pub mod render;
pub mod validate;
pub mod verify;
pub mod verschil;
pub mod xml;
