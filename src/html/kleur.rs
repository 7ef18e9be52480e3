//! Colours of a sender made fit for light and dark: text keeps 4.5 to 1 against every ground that it stands on.

use std::fmt::Write as _;

/// The colours of griffel's own pages.
pub const GRIFFEL: (&str, &str) = ("#14515c", "#d9822b");
/// Lowest contrast of text (WCAG 2.2, success criterion 1.4.3), with a little to spare for rounding.
const TEKST: f64 = 4.55;
/// Lowest contrast of what is no text (WCAG 2.2, success criterion 1.4.11).
const VORM: f64 = 3.05;

/// A colour: red, green, blue.
type Rgb = [f64; 3];

const WIT: Rgb = [255.0, 255.0, 255.0];
const ZWART: Rgb = [0.0, 0.0, 0.0];

/// The named colours of a page, for a light and a dark screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kleuren {
    licht: Vec<(&'static str, String)>,
    donker: Vec<(&'static str, String)>,
}

impl Kleuren {
    /// As variables of a style; paper is always light.
    pub fn css(&self) -> String {
        let rij = |kleuren: &[(&str, String)]| {
            kleuren.iter().fold(String::new(), |mut css, (naam, kleur)| {
                // Writing to a String cannot fail.
                let _ = write!(css, "--{naam}:{kleur};");
                css
            })
        };
        format!(
            ":root{{color-scheme:light;{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{}}}}}\n",
            rij(&self.licht),
            rij(&self.donker)
        )
    }
}

/// The colours of a page after the accent and signal colour of a sender (`#rrggbb`).
pub fn kleuren(accent: &str, signaal: &str) -> Kleuren {
    let (accent, signaal) = (lees(accent), lees(signaal));
    Kleuren {
        licht: paar(accent, signaal, WIT, [28.0, 34.0, 38.0], ZWART, [0.06, 0.10]),
        donker: paar(accent, signaal, [20.0, 24.0, 27.0], [232.0, 236.0, 238.0], WIT, [0.22, 0.18]),
    }
}

/// One screen: colours move towards `naar` until they can be read on the page and on both tinted grounds.
fn paar(accent: Rgb, signaal: Rgb, vlak: Rgb, inkt: Rgb, naar: Rgb, tinten: [f64; 2]) -> Vec<(&'static str, String)> {
    let (tint, gloed) = (rond(meng(accent, vlak, tinten[0])), rond(meng(signaal, vlak, tinten[1])));
    let gronden = [vlak, tint, gloed];
    let leesbaar = |kleur, laagst| schuif(kleur, naar, &gronden, laagst);
    let accent = leesbaar(accent, TEKST);
    vec![
        ("vlak", hex(vlak)),
        ("inkt", hex(inkt)),
        ("grijs", hex(leesbaar([88.0, 99.0, 106.0], TEKST))),
        ("lijn", hex(leesbaar([150.0, 158.0, 163.0], VORM))),
        ("accent", hex(accent)),
        ("signaal", hex(leesbaar(signaal, VORM))),
        ("tint", hex(tint)),
        ("gloed", hex(gloed)),
    ]
}

fn lees(kleur: &str) -> Rgb {
    let hex = kleur.trim_start_matches('#');
    let kanaal = |at: usize| hex.get(at..at + 2).and_then(|paar| u8::from_str_radix(paar, 16).ok()).unwrap_or(0);
    [0, 2, 4].map(|at| f64::from(kanaal(at)))
}

fn hex(kleur: Rgb) -> String {
    kleur.iter().fold("#".to_string(), |mut uit, kanaal| {
        let _ = write!(uit, "{kanaal:02x}", kanaal = kanaal.round() as u8);
        uit
    })
}

fn rond(kleur: Rgb) -> Rgb {
    kleur.map(f64::round)
}

fn meng(kleur: Rgb, met: Rgb, deel: f64) -> Rgb {
    [0, 1, 2].map(|at| kleur[at] * deel + met[at] * (1.0 - deel))
}

/// The first colour on the way that stands out enough against every ground.
fn schuif(kleur: Rgb, naar: Rgb, gronden: &[Rgb], laagst: f64) -> Rgb {
    let stappen = (0..=50).map(|stap| rond(meng(naar, kleur, f64::from(stap) / 50.0)));
    let genoeg = |kleur: &Rgb| gronden.iter().all(|grond| contrast(*kleur, *grond) >= laagst);
    stappen.into_iter().find(genoeg).unwrap_or(naar)
}

/// Contrast of a colour (`#rrggbb`) with white.
pub fn contrast_op_wit(kleur: &str) -> f64 {
    contrast(lees(kleur), WIT)
}

/// Contrast ratio (WCAG 2.2).
fn contrast(een: Rgb, ander: Rgb) -> f64 {
    let (een, ander) = (helderheid(een), helderheid(ander));
    (een.max(ander) + 0.05) / (een.min(ander) + 0.05)
}

fn helderheid(kleur: Rgb) -> f64 {
    let kanaal = |waarde: f64| {
        let waarde = waarde / 255.0;
        if waarde <= 0.040_45 { waarde / 12.92 } else { ((waarde + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * kanaal(kleur[0]) + 0.7152 * kanaal(kleur[1]) + 0.0722 * kanaal(kleur[2])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn laagste(kleuren: &[(&'static str, String)], tekst: &str) -> f64 {
        let kleur = |naam: &str| lees(&kleuren.iter().find(|(eigen, _)| *eigen == naam).unwrap().1);
        let gronden = ["vlak", "tint", "gloed"].map(kleur);
        gronden.into_iter().map(|grond| contrast(kleur(tekst), grond)).fold(f64::MAX, f64::min)
    }

    #[test]
    fn black_on_white_is_the_most_that_there_is() {
        assert!((contrast(ZWART, WIT) - 21.0).abs() < 0.001);
        for (hex, ratio) in [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#14515c", 8.79)] {
            assert!((contrast_op_wit(hex) - ratio).abs() < 0.3, "{hex}: {}", contrast_op_wit(hex));
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_the_sender_chose_it() {
        assert!(kleuren("#14515c", "#d9822b").css().contains("--accent:#14515c;"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn whatever_colours_a_sender_has_the_text_can_be_read(accent in "#[0-9a-f]{6}", signaal in "#[0-9a-f]{6}") {
            let Kleuren { licht, donker } = kleuren(&accent, &signaal);
            for scherm in [&licht, &donker] {
                for tekst in ["inkt", "grijs", "accent"] {
                    prop_assert!(laagste(scherm, tekst) >= 4.5, "{tekst} {scherm:?}");
                }
                for vorm in ["lijn", "signaal"] {
                    prop_assert!(laagste(scherm, vorm) >= 3.0, "{vorm} {scherm:?}");
                }
            }
        }
    }
}
