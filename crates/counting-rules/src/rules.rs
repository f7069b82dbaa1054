//! The rules of this room, one module each.

use rulebook::Rule;

pub mod affray;
pub mod aggravated_burglary;
pub mod aggravated_damage;
pub mod aggravated_harassment_or_stalking;
pub mod aggravated_public_order;
pub mod aggravated_vehicle_taking;
pub mod agreed_recording_force;
pub mod alternate_offence;
pub mod alternate_offence_murder;
pub mod alternate_offence_rape;
pub mod alternate_offence_retail_robbery;
pub mod anabolic_steroids;
pub mod another_force_records;
pub mod arson;
pub mod articles_for_use_in_fraud;
pub mod assault_by_penetration;
pub mod assault_flow_chart;
pub mod assault_in_aggravated_burglary;
pub mod attempted_burglary_at_an_entry_point;
pub mod bail_offences;
pub mod blackmail;
pub mod breach_of_orders;
pub mod break_ins_by_premises;
pub mod breastfeeding_watched;
pub mod british_transport_police;
pub mod burglary_business_and_community;
pub mod burglary_class_by_day;
pub mod burglary_classes_2017_to_2023;
pub mod burglary_classes_to_2017;
pub mod burglary_with_force_is_robbery;
pub mod cannabis_possession;
pub mod causing_danger_to_road_users;
pub mod causing_sexual_activity_without_consent;
pub mod class_in_force;
pub mod conduct_crime_tiers;
pub mod conduct_crimes_in_addition;
pub mod consent_in_issue;
pub mod consistent_report;
pub mod controlling_or_coercive_behaviour;
pub mod counter_allegations;
pub mod counting_units;
pub mod course_of_conduct;
pub mod credible_evidence_to_the_contrary;
pub mod crimes_in_more_than_one_force;
pub mod crimes_in_the_air;
pub mod criminal_damage_by_property;
pub mod cruelty_to_children;
pub mod damage_endangering_life;
pub mod dangerous_driving;
pub mod death_by_aggravated_vehicle_taking;
pub mod death_or_serious_injury_by_driving;
pub mod distraction_burglary;
pub mod dog_dangerously_out_of_control;
pub mod drugs_possession;
pub mod drugs_table;
pub mod drunkenness_or_impairment;
pub mod edition_held;
pub mod encouraging_serious_self_harm;
pub mod exploitation_of_prostitution;
pub mod exposure;
pub mod false_communications;
pub mod fear_of_violence_in_a_dwelling;
pub mod fear_or_provocation_of_violence;
pub mod female_genital_mutilation;
pub mod finished_incident;
pub mod finished_incident_for_conduct;
pub mod flag_alcohol;
pub mod flag_child_sexual_abuse;
pub mod flag_child_sexual_exploitation;
pub mod flag_corrosive;
pub mod flag_domestic_abuse;
pub mod flag_hate_crime;
pub mod flag_honour_based_abuse;
pub mod flag_metal_theft;
pub mod flag_online_crime;
pub mod flag_spiking;
pub mod flashing_images;
pub mod forced_marriage;
pub mod former_partners;
pub mod fraud_abroad;
pub mod fraud_call_for_service;
pub mod fraud_class_as_given;
pub mod fraud_counting_units;
pub mod fraud_information_report;
pub mod fraud_location;
pub mod fraud_or_civil_dispute;
pub mod fraud_over_enabling_hacking;
pub mod fraud_precedence;
pub mod freedom_of_speech;
pub mod given_offence;
pub mod going_equipped;
pub mod grooming;
pub mod hacking_extortion_over_blackmail;
pub mod handling_stolen_goods;
pub mod harassment;
pub mod harming_of_witnesses;
pub mod home_and_business_outbuilding_damaged;
pub mod home_and_outbuilding_at_once;
pub mod homicide;
pub mod indecent_or_grossly_offensive_communications;
pub mod individually_let_rooms;
pub mod intentional_harassment;
pub mod internet_and_mobile_offences;
pub mod intimidation_of_witnesses;
pub mod jointly_owned_property;
pub mod kidnapping_and_false_imprisonment;
pub mod lesser_threats;
pub mod location_of_offence;
pub mod making_off_without_payment;
pub mod malicious_communications;
pub mod mandatory_reports_of_mutilation;
pub mod maximum_sentence;
pub mod mental_capacity;
pub mod messages_in_a_course_of_conduct;
pub mod modern_slavery;
pub mod modern_slavery_in_addition;
pub mod modern_slavery_place;
pub mod modern_slavery_referrals;
pub mod modern_slavery_reported_direct;
pub mod national_crime_agency;
pub mod no_victim_no_crime;
pub mod non_permanent_damage;
pub mod nuisance_calls;
pub mod offences_not_referred_to_report_fraud;
pub mod offender_management_act;
pub mod offender_under_ten;
pub mod one_crime_per_victim;
pub mod only_the_most_serious_conduct_crime;
pub mod other_drug_offences;
pub mod other_investigating_authorities;
pub mod outbuilding_used_for_business;
pub mod outcome_15_16_closure;
pub mod outcome_adult_caution;
pub mod outcome_another_agency;
pub mod outcome_charge;
pub mod outcome_community_resolution;
pub mod outcome_deferred_prosecution;
pub mod outcome_diversion;
pub mod outcome_drug_warning;
pub mod outcome_evidential_difficulties;
pub mod outcome_fraud_bureau;
pub mod outcome_investigation_not_in_the_public_interest;
pub mod outcome_no_suspect;
pub mod outcome_parties_told;
pub mod outcome_penalty_notice;
pub mod outcome_prosecution_not_in_the_public_interest;
pub mod outcome_suspect_dead_or_ill;
pub mod outcome_taken_into_consideration;
pub mod outcome_time_limit;
pub mod outcome_under_ten;
pub mod outcome_victim_not_able;
pub mod outcome_witness_dead_or_ill;
pub mod outcome_youth_caution;
pub mod outraging_public_decency;
pub mod parents_carers_professionals;
pub mod perverting_the_course_of_justice;
pub mod pet_abduction;
pub mod pet_abduction_and_burglary;
pub mod photograph_or_film_of_genitals;
pub mod police_on_duty;
pub mod possession_of_weapons;
pub mod principal_crime;
pub mod principal_crime_related_offence;
pub mod principal_crime_table;
pub mod prison_crimes;
pub mod proceeds_of_crime;
pub mod public_order_offences;
pub mod public_order_on_arrival;
pub mod public_order_victims;
pub mod purported_intimate_image;
pub mod rape_by_age_and_sex;
pub mod rape_counting_unit;
pub mod rape_multiple_undefined_offenders;
pub mod re_classification;
pub mod readable_report;
pub mod recording_deadline;
pub mod recording_flow_chart;
pub mod recording_without_confirmation;
pub mod removal_verdict;
pub mod report_named_once;
pub mod reported_incident_of_death;
pub mod reported_incident_of_rape;
pub mod residential_burglary_of_a_home;
pub mod residential_burglary_of_unconnected_building;
pub mod riot_and_violent_disorder;
pub mod robbery;
pub mod robbery_absorbs_injuries;
pub mod robbery_of_business_or_personal_property;
pub mod schools_protocol;
pub mod scotland_and_northern_ireland;
pub mod section_5;
pub mod sending_threatening_communications;
pub mod sex_based_harassment;
pub mod sexting_by_children;
pub mod sexual_activity_with_a_child;
pub mod sexual_assault;
pub mod sexual_assault_referral_centre;
pub mod sexual_communication_with_a_child;
pub mod sharing_intimate_images;
pub mod shop_entered_as_trespasser;
pub mod shoplifting;
pub mod soliciting;
pub mod spiking;
pub mod stalking;
pub mod state_based_test;
pub mod substantive_sexual_offence_only;
pub mod suspect_outside_england_and_wales;
pub mod theft_by_an_employee;
pub mod theft_classes;
pub mod theft_from_a_machine_or_meter;
pub mod theft_from_a_vehicle;
pub mod theft_from_the_person;
pub mod theft_of_a_motor_vehicle;
pub mod theft_of_a_pedal_cycle;
pub mod threat_to_damage;
pub mod threat_to_damage_by_message;
pub mod threat_to_kill_or_message;
pub mod threatening_with_a_weapon;
pub mod threats_to_kill;
pub mod trespass_for_a_purpose;
pub mod unwitting_possession;
pub mod up_skirting;
pub mod value_of_damage;
pub mod vehicle_interference;
pub mod victim_related_test;
pub mod victimless_offences;
pub mod victims_told;
pub mod video_evidence;
pub mod violence_over_property;
pub mod voyeurism;
pub mod weapons_used_elsewhere;
pub mod willing_participation_of_a_child;

/// All rules of this room.
pub static ALL: &[&Rule] = &[
    &affray::RULE,
    &aggravated_burglary::RULE,
    &aggravated_damage::RULE,
    &aggravated_harassment_or_stalking::RULE,
    &aggravated_public_order::RULE,
    &aggravated_vehicle_taking::RULE,
    &agreed_recording_force::RULE,
    &alternate_offence::RULE,
    &alternate_offence_murder::RULE,
    &alternate_offence_rape::RULE,
    &alternate_offence_retail_robbery::RULE,
    &anabolic_steroids::RULE,
    &another_force_records::RULE,
    &arson::RULE,
    &articles_for_use_in_fraud::RULE,
    &assault_by_penetration::RULE,
    &assault_flow_chart::RULE,
    &assault_in_aggravated_burglary::RULE,
    &attempted_burglary_at_an_entry_point::RULE,
    &bail_offences::RULE,
    &blackmail::RULE,
    &breach_of_orders::RULE,
    &break_ins_by_premises::RULE,
    &breastfeeding_watched::RULE,
    &british_transport_police::RULE,
    &burglary_business_and_community::RULE,
    &burglary_class_by_day::RULE,
    &burglary_classes_2017_to_2023::RULE,
    &burglary_classes_to_2017::RULE,
    &burglary_with_force_is_robbery::RULE,
    &cannabis_possession::RULE,
    &causing_danger_to_road_users::RULE,
    &causing_sexual_activity_without_consent::RULE,
    &class_in_force::RULE,
    &conduct_crime_tiers::RULE,
    &conduct_crimes_in_addition::RULE,
    &consent_in_issue::RULE,
    &consistent_report::RULE,
    &controlling_or_coercive_behaviour::RULE,
    &counter_allegations::RULE,
    &counting_units::RULE,
    &course_of_conduct::RULE,
    &credible_evidence_to_the_contrary::RULE,
    &crimes_in_more_than_one_force::RULE,
    &crimes_in_the_air::RULE,
    &criminal_damage_by_property::RULE,
    &cruelty_to_children::RULE,
    &damage_endangering_life::RULE,
    &dangerous_driving::RULE,
    &death_by_aggravated_vehicle_taking::RULE,
    &death_or_serious_injury_by_driving::RULE,
    &distraction_burglary::RULE,
    &dog_dangerously_out_of_control::RULE,
    &drugs_possession::RULE,
    &drugs_table::RULE,
    &drunkenness_or_impairment::RULE,
    &edition_held::RULE,
    &encouraging_serious_self_harm::RULE,
    &exploitation_of_prostitution::RULE,
    &exposure::RULE,
    &false_communications::RULE,
    &fear_of_violence_in_a_dwelling::RULE,
    &fear_or_provocation_of_violence::RULE,
    &female_genital_mutilation::RULE,
    &finished_incident::RULE,
    &finished_incident_for_conduct::RULE,
    &flag_alcohol::RULE,
    &flag_child_sexual_abuse::RULE,
    &flag_child_sexual_exploitation::RULE,
    &flag_corrosive::RULE,
    &flag_domestic_abuse::RULE,
    &flag_hate_crime::RULE,
    &flag_honour_based_abuse::RULE,
    &flag_metal_theft::RULE,
    &flag_online_crime::RULE,
    &flag_spiking::RULE,
    &flashing_images::RULE,
    &forced_marriage::RULE,
    &former_partners::RULE,
    &fraud_abroad::RULE,
    &fraud_call_for_service::RULE,
    &fraud_class_as_given::RULE,
    &fraud_counting_units::RULE,
    &fraud_information_report::RULE,
    &fraud_location::RULE,
    &fraud_or_civil_dispute::RULE,
    &fraud_over_enabling_hacking::RULE,
    &fraud_precedence::RULE,
    &freedom_of_speech::RULE,
    &given_offence::RULE,
    &going_equipped::RULE,
    &grooming::RULE,
    &hacking_extortion_over_blackmail::RULE,
    &handling_stolen_goods::RULE,
    &harassment::RULE,
    &harming_of_witnesses::RULE,
    &home_and_business_outbuilding_damaged::RULE,
    &home_and_outbuilding_at_once::RULE,
    &homicide::RULE,
    &indecent_or_grossly_offensive_communications::RULE,
    &individually_let_rooms::RULE,
    &intentional_harassment::RULE,
    &internet_and_mobile_offences::RULE,
    &intimidation_of_witnesses::RULE,
    &jointly_owned_property::RULE,
    &kidnapping_and_false_imprisonment::RULE,
    &lesser_threats::RULE,
    &location_of_offence::RULE,
    &making_off_without_payment::RULE,
    &malicious_communications::RULE,
    &mandatory_reports_of_mutilation::RULE,
    &maximum_sentence::RULE,
    &mental_capacity::RULE,
    &messages_in_a_course_of_conduct::RULE,
    &modern_slavery::RULE,
    &modern_slavery_in_addition::RULE,
    &modern_slavery_place::RULE,
    &modern_slavery_referrals::RULE,
    &modern_slavery_reported_direct::RULE,
    &national_crime_agency::RULE,
    &no_victim_no_crime::RULE,
    &non_permanent_damage::RULE,
    &nuisance_calls::RULE,
    &offences_not_referred_to_report_fraud::RULE,
    &offender_management_act::RULE,
    &offender_under_ten::RULE,
    &one_crime_per_victim::RULE,
    &only_the_most_serious_conduct_crime::RULE,
    &other_drug_offences::RULE,
    &other_investigating_authorities::RULE,
    &outbuilding_used_for_business::RULE,
    &outcome_15_16_closure::RULE,
    &outcome_adult_caution::RULE,
    &outcome_another_agency::RULE,
    &outcome_charge::RULE,
    &outcome_community_resolution::RULE,
    &outcome_deferred_prosecution::RULE,
    &outcome_diversion::RULE,
    &outcome_drug_warning::RULE,
    &outcome_evidential_difficulties::RULE,
    &outcome_fraud_bureau::RULE,
    &outcome_investigation_not_in_the_public_interest::RULE,
    &outcome_no_suspect::RULE,
    &outcome_parties_told::RULE,
    &outcome_penalty_notice::RULE,
    &outcome_prosecution_not_in_the_public_interest::RULE,
    &outcome_suspect_dead_or_ill::RULE,
    &outcome_taken_into_consideration::RULE,
    &outcome_time_limit::RULE,
    &outcome_under_ten::RULE,
    &outcome_victim_not_able::RULE,
    &outcome_witness_dead_or_ill::RULE,
    &outcome_youth_caution::RULE,
    &outraging_public_decency::RULE,
    &parents_carers_professionals::RULE,
    &perverting_the_course_of_justice::RULE,
    &pet_abduction::RULE,
    &pet_abduction_and_burglary::RULE,
    &photograph_or_film_of_genitals::RULE,
    &police_on_duty::RULE,
    &possession_of_weapons::RULE,
    &principal_crime::RULE,
    &principal_crime_related_offence::RULE,
    &principal_crime_table::RULE,
    &prison_crimes::RULE,
    &proceeds_of_crime::RULE,
    &public_order_offences::RULE,
    &public_order_on_arrival::RULE,
    &public_order_victims::RULE,
    &purported_intimate_image::RULE,
    &rape_by_age_and_sex::RULE,
    &rape_counting_unit::RULE,
    &rape_multiple_undefined_offenders::RULE,
    &re_classification::RULE,
    &readable_report::RULE,
    &recording_deadline::RULE,
    &recording_flow_chart::RULE,
    &recording_without_confirmation::RULE,
    &removal_verdict::RULE,
    &report_named_once::RULE,
    &reported_incident_of_death::RULE,
    &reported_incident_of_rape::RULE,
    &residential_burglary_of_a_home::RULE,
    &residential_burglary_of_unconnected_building::RULE,
    &riot_and_violent_disorder::RULE,
    &robbery::RULE,
    &robbery_absorbs_injuries::RULE,
    &robbery_of_business_or_personal_property::RULE,
    &schools_protocol::RULE,
    &scotland_and_northern_ireland::RULE,
    &section_5::RULE,
    &sending_threatening_communications::RULE,
    &sex_based_harassment::RULE,
    &sexting_by_children::RULE,
    &sexual_activity_with_a_child::RULE,
    &sexual_assault::RULE,
    &sexual_assault_referral_centre::RULE,
    &sexual_communication_with_a_child::RULE,
    &sharing_intimate_images::RULE,
    &shop_entered_as_trespasser::RULE,
    &shoplifting::RULE,
    &soliciting::RULE,
    &spiking::RULE,
    &stalking::RULE,
    &state_based_test::RULE,
    &substantive_sexual_offence_only::RULE,
    &suspect_outside_england_and_wales::RULE,
    &theft_by_an_employee::RULE,
    &theft_classes::RULE,
    &theft_from_a_machine_or_meter::RULE,
    &theft_from_a_vehicle::RULE,
    &theft_from_the_person::RULE,
    &theft_of_a_motor_vehicle::RULE,
    &theft_of_a_pedal_cycle::RULE,
    &threat_to_damage::RULE,
    &threat_to_damage_by_message::RULE,
    &threat_to_kill_or_message::RULE,
    &threatening_with_a_weapon::RULE,
    &threats_to_kill::RULE,
    &trespass_for_a_purpose::RULE,
    &unwitting_possession::RULE,
    &up_skirting::RULE,
    &value_of_damage::RULE,
    &vehicle_interference::RULE,
    &victim_related_test::RULE,
    &victimless_offences::RULE,
    &victims_told::RULE,
    &video_evidence::RULE,
    &violence_over_property::RULE,
    &voyeurism::RULE,
    &weapons_used_elsewhere::RULE,
    &willing_participation_of_a_child::RULE,
];
