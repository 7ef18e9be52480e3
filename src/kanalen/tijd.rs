//! Days as the schemas want them: a moment with the offset of Dutch time. No clock is read: a moment is midnight at the
//! start of a day that the content names.

use chrono::{Datelike as _, NaiveDate, Weekday};

/// `2021-07-02T00:00:00+02:00`
pub fn moment(dag: NaiveDate) -> String {
    let verschil = if zomertijd(dag) { "+02:00" } else { "+01:00" };
    format!("{}T00:00:00{verschil}", dag.format("%Y-%m-%d"))
}

/// Whether midnight of this day is in summer time: after the last Sunday of March, up to and with that of October.
fn zomertijd(dag: NaiveDate) -> bool {
    let laatste_zondag = |maand| NaiveDate::from_ymd_opt(dag.year(), maand, 31).map(vorige_zondag);
    match (laatste_zondag(3), laatste_zondag(10)) {
        (Some(begin), Some(einde)) => dag > begin && dag <= einde,
        _ => false,
    }
}

fn vorige_zondag(dag: NaiveDate) -> NaiveDate {
    let terug = dag.weekday().days_since(Weekday::Sun);
    dag - chrono::Days::new(u64::from(terug))
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn midnight_has_the_offset_of_its_day() {
        let gevallen = [
            ("2021-07-02", "+02:00"),
            ("2021-01-01", "+01:00"),
            ("2021-03-28", "+01:00"),
            ("2021-03-29", "+02:00"),
            ("2021-10-31", "+02:00"),
            ("2021-11-01", "+01:00"),
            ("2024-03-31", "+01:00"),
            ("2024-04-01", "+02:00"),
        ];
        for (dag, verschil) in gevallen {
            assert_eq!(moment(dag.parse().expect("a day")), format!("{dag}T00:00:00{verschil}"));
        }
    }
}
