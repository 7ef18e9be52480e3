//! Reads what designers write: kinds, shared parts, style modules, fonts.

use std::collections::BTreeMap;

use super::beeld::is_image;
use super::{Loader, RawSoort};
use crate::diag::{Fatal, FileNr};

impl Loader {
    /// Everything under `templates`.
    pub(super) fn templates(&mut self) -> Result<(), Fatal> {
        for item in self.items("templates")? {
            match (item.is_dir, item.name.as_str()) {
                (true, "stijl") => self.stijl(&item.path)?,
                (true, "delen") => self.raw.delen = self.parts(&item.path)?,
                (true, "html") => self.raw.html = self.parts(&item.path)?,
                (true, name) => {
                    let (name, soort) = (name.to_string(), self.soort(&item.path)?);
                    self.raw.soorten.insert(name, soort);
                }
                _ => self
                    .unexpected(&item.path, "Onder `templates` horen `stijl`, `delen`, `html` en een map per soort."),
            }
        }
        Ok(())
    }

    /// The texts below a folder of templates, by their path in `templates`.
    fn parts(&mut self, folder: &str) -> Result<BTreeMap<String, FileNr>, Fatal> {
        let mut found = BTreeMap::new();
        for path in self.disk.files_below(folder, &mut self.notes)? {
            if let Some(nr) = self.text(&path)? {
                found.insert(path["templates/".len()..].to_string(), nr);
            }
        }
        Ok(found)
    }

    fn stijl(&mut self, folder: &str) -> Result<(), Fatal> {
        for path in self.disk.files_below(folder, &mut self.notes)? {
            let below = &path["templates".len()..];
            if path.ends_with(".typ") {
                if let Some(nr) = self.text(&path)? {
                    self.raw.stijl.insert(below.to_string(), nr);
                }
            } else if is_image(&path) {
                let below = below.to_string();
                if let Some(bytes) = self.read(&path) {
                    self.raw.beelden.insert(below, bytes.into());
                }
            } else {
                self.unexpected(&path, "In `stijl` horen Typst-bestanden (`.typ`) en beelden.");
            }
        }
        Ok(())
    }

    fn soort(&mut self, folder: &str) -> Result<RawSoort, Fatal> {
        let mut soort = RawSoort::default();
        for item in self.items(folder)? {
            match item.name.as_str() {
                "soort.yaml" => soort.declaratie = self.text(&item.path)?,
                "voorbeeld.yaml" => soort.voorbeeld = self.author_yaml(&item.path)?,
                name if name.ends_with(".typ.tera") || name.ends_with(".html.tera") => {
                    let name = name.to_string();
                    if let Some(nr) = self.text(&item.path)? {
                        let is_html = name.ends_with(".html.tera");
                        let naar = if is_html { &mut soort.paginas } else { &mut soort.sjablonen };
                        naar.insert(name, nr);
                    }
                }
                _ => self.unexpected(
                    &item.path,
                    "Bij een soort horen `soort.yaml`, `voorbeeld.yaml` en sjablonen (`.typ.tera`, `.html.tera`).",
                ),
            }
        }
        Ok(soort)
    }

    /// Everything under `fonts`.
    pub(super) fn fonts(&mut self) -> Result<(), Fatal> {
        for path in self.disk.files_below("fonts", &mut self.notes)? {
            if (path.ends_with(".ttf") || path.ends_with(".otf"))
                && let Some(bytes) = self.read(&path)
            {
                self.raw.fonts.insert(path["fonts/".len()..].to_string(), bytes.into());
            }
        }
        Ok(())
    }
}
