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
    fn add(&mut self, name: &'static str, flag: Result<Option<Text>, Missing>) {
        match flag {
            Ok(flag) => self.apply.extend(flag),
            Err(_) => self.not_decided.push(name.into()),
        }
    }

    fn add_named(&mut self, name: &'static str, flagged: Result<bool, Missing>) {
        self.add(name, flagged.map(|flagged| flagged.then(|| name.into())));
    }
}

/// The flags of a crime, from every act and victim that it covers. One that a victim or act brings stands, whatever is missing of the
/// others.
#[must_use]
pub fn of(covered: &[&Matter<'_>], ask: &mut Ask<'_>) -> Flags {
    // Few records hold what the flags ask for.
    let mut all = Flags { apply: Vec::new(), not_decided: Vec::with_capacity(ALL.len()) };
    for matter in covered {
        one(matter, &mut all, ask);
    }
    for list in [&mut all.apply, &mut all.not_decided] {
        list.sort_unstable();
        list.dedup();
    }
    all.not_decided.retain(|open| !all.apply.iter().any(|flag| flag.starts_with(&**open)));
    all
}

fn one(matter: &Matter<'_>, flags: &mut Flags, ask: &mut Ask<'_>) {
    let (crime, case) = (&matter.crime, &matter.case);
    let group = group(crime);
    flag_hate_crime::flag(case, flags, ask);
    flags.add("metal theft", flag_metal_theft::flag(group, case, ask));
    flags.add_named("domestic abuse", flag_domestic_abuse::flag(crime, case, ask));
    flags.add_named("online crime", flag_online_crime::flag(case, ask));
    match flag_child_sexual_abuse::drawn_into(case, ask) {
        Ok(drawn_into) => flags.apply.extend(flag_child_sexual_exploitation::flags(drawn_into, case, ask)),
        Err(_) => flags.not_decided.extend(["child sexual abuse".into(), "child sexual exploitation".into()]),
    }
    flags.add_named("alcohol", flag_alcohol::flag(case, ask));
    flags.add_named("corrosive", flag_corrosive::flag(group, case, ask));
    flags.add_named("honour-based abuse", flag_honour_based_abuse::flag(crime, case, ask));
    flags.add_named("spiking", flag_spiking::flag(group, case, ask));
}

/// The group of a class, as the list of offences names it; empty for a class that is not listed.
#[must_use]
pub fn group(crime: &Classified) -> &'static str {
    offences::row(crime.class, crime.subcode)
        .or_else(|| offences::row(crime.class, ""))
        .map_or("", |offence| &offence.group)
}
