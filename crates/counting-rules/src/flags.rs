//! The ten mandatory flags of a crime.

use crime::Text;

use crate::{
    Ask, Missing,
    matter::Matter,
    offences,
    rules::{
        flag_alcohol, flag_child_sexual_abuse, flag_child_sexual_exploitation, flag_corrosive,
        flag_domestic_abuse, flag_hate_crime, flag_honour_based_abuse, flag_metal_theft, flag_online_crime,
        flag_spiking,
    },
    verdict::Classified,
};

/// The names of the ten.
pub const ALL: [&str; 10] = [
    "hate crime",
    "metal theft",
    "domestic abuse",
    "online crime",
    "child sexual abuse",
    "child sexual exploitation",
    "alcohol",
    "corrosive",
    "honour-based abuse",
    "spiking",
];

/// The flags of a crime.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flags {
    /// Those that apply.
    pub apply: Vec<Text>,
    /// Those of which it cannot be told, because a fact is missing.
    pub not_decided: Vec<Text>,
}

impl Flags {
    fn add(&mut self, name: &'static str, flags: Result<Vec<Text>, Missing>) {
        match flags {
            Ok(flags) => self.apply.extend(flags),
            Err(_) => self.not_decided.push(name.into()),
        }
    }
}

/// The flags of a crime, from every act and victim that it covers. One that a victim or act brings stands, whatever is missing of the
/// others.
#[must_use]
pub fn of(covered: &[&Matter<'_>], ask: &mut Ask<'_>) -> Flags {
    let mut all = Flags::default();
    for matter in covered {
        let flags = one(matter, ask);
        all.apply.extend(flags.apply);
        all.not_decided.extend(flags.not_decided);
    }
    for list in [&mut all.apply, &mut all.not_decided] {
        list.sort_unstable();
        list.dedup();
    }
    all.not_decided.retain(|open| !all.apply.iter().any(|flag| flag.starts_with(&**open)));
    all
}

fn one(matter: &Matter<'_>, ask: &mut Ask<'_>) -> Flags {
    let (crime, case) = (&matter.crime, &matter.case);
    let named = |name: &'static str, flagged: bool| if flagged { vec![name.into()] } else { Vec::new() };
    let mut flags = flag_hate_crime::flags(case, ask);
    flags.add("metal theft", flag_metal_theft::flag(crime, case, ask).map(|flag| flag.into_iter().collect()));
    flags.add(
        "domestic abuse",
        flag_domestic_abuse::flag(crime, case, ask).map(|yes| named("domestic abuse", yes)),
    );
    flags.add("online crime", flag_online_crime::flag(case, ask).map(|yes| named("online crime", yes)));
    match flag_child_sexual_abuse::drawn_into(case, ask) {
        Ok(drawn_into) => flags.apply.extend(flag_child_sexual_exploitation::flags(drawn_into, case, ask)),
        Err(_) => flags.not_decided.extend(["child sexual abuse".into(), "child sexual exploitation".into()]),
    }
    flags.add("alcohol", flag_alcohol::flag(case, ask).map(|yes| named("alcohol", yes)));
    flags.add("corrosive", flag_corrosive::flag(crime, case, ask).map(|yes| named("corrosive", yes)));
    flags.add(
        "honour-based abuse",
        flag_honour_based_abuse::flag(crime, case, ask).map(|yes| named("honour-based abuse", yes)),
    );
    flags.add("spiking", flag_spiking::flag(crime, case, ask).map(|yes| named("spiking", yes)));
    flags
}

/// The group of a class, as the list of offences names it; empty for a class that is not listed.
#[must_use]
pub fn group(crime: &Classified) -> &'static str {
    offences::row(crime.class, crime.subcode)
        .or_else(|| offences::row(crime.class, ""))
        .map_or("", |offence| &offence.group)
}
