//! As what: each family of conduct has its rules.

use crime::Conduct;

use crate::{
    Ask,
    rules::{
        articles_for_use_in_fraud, assault_flow_chart, blackmail, breach_of_orders,
        causing_danger_to_road_users, course_of_conduct, criminal_damage_by_property, cruelty_to_children,
        death_or_serious_injury_by_driving, dog_dangerously_out_of_control, drugs_table, exposure,
        female_genital_mutilation, fraud_class_as_given, given_offence, going_equipped, grooming,
        handling_stolen_goods, kidnapping_and_false_imprisonment, making_off_without_payment,
        malicious_communications, modern_slavery, perverting_the_course_of_justice,
        photograph_or_film_of_genitals, public_order_offences, rape_by_age_and_sex,
        reported_incident_of_death, spiking, theft_classes, threatening_with_a_weapon, threats_to_kill,
        trespass_for_a_purpose, vehicle_interference,
    },
    verdict::{Answer, Case, Verdict},
};

/// Classes one act against one victim.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the first fact without which the act cannot be classed.
pub fn classify(case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    match &case.act.what {
        Conduct::NotSupplied => given_offence::not_supplied(case.of, ask),
        Conduct::NoCrime => Ok(Verdict::Incident {
            because: "nothing that could be a crime is reported".into(),
            by: &given_offence::RULE,
        }),
        Conduct::Breach(breach) => breach_of_orders::classify(breach, case, ask),
        Conduct::Course(course) => course_of_conduct::classify(course, case, ask),
        Conduct::Cruelty(cruelty) => cruelty_to_children::classify(cruelty, case, ask),
        Conduct::Damage(damage) => criminal_damage_by_property::classify(damage, case, ask),
        Conduct::Death(death) => reported_incident_of_death::classify(death, case, ask),
        Conduct::Demand(demand) => blackmail::classify(demand, case, ask),
        Conduct::Disorder(disorder) => public_order_offences::classify(disorder, case, ask),
        Conduct::Display(display) => exposure::classify(display, case, ask),
        Conduct::Dog(dog) => dog_dangerously_out_of_control::classify(dog, case, ask),
        Conduct::Driving(driving) => death_or_serious_injury_by_driving::classify(driving, case, ask),
        Conduct::Drugs(drugs) => drugs_table::classify(drugs, case, ask),
        Conduct::Entry(entry) => trespass_for_a_purpose::classify(entry, case, ask),
        Conduct::Equipped(equipped) => going_equipped::classify(equipped, case, ask),
        Conduct::Exploitation(exploitation) => modern_slavery::classify(exploitation, case, ask),
        Conduct::FraudArticles(articles) => articles_for_use_in_fraud::classify(articles, case, ask),
        Conduct::Fraud(fraud) => fraud_class_as_given::classify(fraud, case, ask),
        Conduct::Given(given) => given_offence::classify(given, case, ask),
        Conduct::Grooming(approach) => grooming::classify(approach, case, ask),
        Conduct::Handling(handling) => handling_stolen_goods::classify(handling, case, ask),
        Conduct::Image(image) => photograph_or_film_of_genitals::classify(image, case, ask),
        Conduct::Interference(interference) => vehicle_interference::classify(interference, case, ask),
        Conduct::Justice(justice) => perverting_the_course_of_justice::classify(justice, case, ask),
        Conduct::Liberty(liberty) => kidnapping_and_false_imprisonment::classify(liberty, case, ask),
        Conduct::MakingOff(making_off) => making_off_without_payment::classify(making_off, case, ask),
        Conduct::Message(message) => malicious_communications::classify(message, case, ask),
        Conduct::Mutilation(mutilation) => female_genital_mutilation::classify(mutilation, case, ask),
        Conduct::RoadUsers(road) => causing_danger_to_road_users::classify(road, case, ask),
        Conduct::Sexual(sexual) => rape_by_age_and_sex::classify(sexual, case, ask),
        Conduct::Spiking(spiking) => spiking::classify(spiking, case, ask),
        Conduct::Taking(taking) => theft_classes::classify(taking, case, ask),
        Conduct::Threat(threat) => threats_to_kill::classify(threat, case, ask),
        Conduct::Violence(violence) => assault_flow_chart::classify(violence, case, ask),
        Conduct::Weapon(weapon) => threatening_with_a_weapon::classify(weapon, case, ask),
    }
}
