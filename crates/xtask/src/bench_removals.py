# What a user would write in Polars: the one-record rules as column expressions, and a CSV of the records that break one, with the rule.
# Only what is broken is told, not what cannot be told. Run by `cargo xtask bench removals`.
import resource
import sys
import time

import polars as pl
from polars import col

removals, out = sys.argv[1:3]
begin = time.monotonic()

ground, role, kinds = col("ground"), col("role"), col("rests_on")
of = lambda *grounds: ground.is_in(grounds)
no = lambda name: col(name) == "no"
yes = lambda name: col(name) == "yes"
proof = (
    "cctv|other-video|medical|forensic|document|financial|independent-witness|professional|telecoms|location"
    "|property-found|tribunal-finding|negative-conclusive-grounds|paid-before-police"
)
rape_or_homicide = col("class").is_in(["19C", "19D", "19E", "1"])
by_registrar = (role == "force-crime-registrar") & yes("registered")
by_chief = (role == "chief-officer-for-recording") & no("force_has_registered_registrar") & yes("registrar_advised")
withdrew = yes("victim_withdrew") | kinds.str.contains("withdrawal|retraction")

rules = {
    "never-enough-alone": of("C2", "C5")
    & ~kinds.str.contains(proof)
    & ~kinds.is_in(["paid-after-police", "negative-reasonable-grounds"]),
    "information-additional": of("C2", "C5")
    & (yes("known_when_recorded") | (col("information_available") < col("recorded"))),
    "information-verifiable": of("C2", "C5")
    & (no("origin_checkable") | no("reliability_checkable") | no("relevant")),
    "information-recorded": of("C2", "C5") & no("summarised"),
    "removal-shows-no-crime": of("C2") & (no("shows_no_crime") | no("compelling")),
    "removal-transferred": of("C1")
    & (
        no("outside_jurisdiction")
        | (col("receiving_reference_of") == "crime-related-incident")
        | (col("receiving_force") == "Police Scotland")
    ),
    "removal-transferred-information": of("C1")
    & (yes("known_when_recorded") | no("origin_checkable") | no("reliability_checkable") | no("relevant")),
    "removal-duplicate": of("C3") & (no("same_crime") | (col("other_record") == col("record"))),
    "duplicate-record-live": of("C3") & no("other_record_live"),
    "removal-recorded-in-error": of("C4")
    & (no("genuine_mistake") | no("no_crime_on_balance") | no("mistake_documented")),
    "removal-self-defence": of("C5")
    & (
        no("self_defence_shown")
        | ~col("class").is_in(["8N", "104", "105A"])
        | ((col("class") == "8N") & (col("subcode") != "008/06"))
    ),
    "payment-after-police-contact": of("C2") & (col("class") == "49A") & (kinds == "paid-after-police"),
    "modern-slavery-removal": of("C2")
    & (col("class") == "106")
    & (
        (kinds == "negative-reasonable-grounds")
        | (kinds.str.contains("negative-conclusive-grounds") & (col("recorded") < "2020-04-02"))
    ),
    "modern-slavery-retention": of("C2")
    & (col("class") == "106")
    & kinds.str.contains("negative-conclusive-grounds")
    & yes("retention_factors"),
    "removal-authority": of("C2", "C3", "C4", "C5")
    & ~role.is_in(["force-crime-registrar", "designated-decision-maker"])
    & ~((role == "chief-officer-for-recording") & rape_or_homicide & of("C2")),
    "removal-independence": of("C2", "C3", "C4", "C5") & (no("independent") | (col("decided_by") == col("investigator"))),
    "decider-trained": of("C2", "C3", "C4", "C5") & no("trained"),
    "removal-audit-trail": no("audit_trail"),
    "rape-and-homicide": of("C2") & rape_or_homicide & role.is_not_null() & ~(by_registrar | by_chief),
    "removal-of-reported-rape": (col("class") == "N100") & ~of("C4"),
    "removal-of-mutilation-report": yes("mutilation_report") & (role != "force-crime-registrar"),
    "victim-told": of("C1", "C2", "C5")
    & (
        no("victim_told")
        | no("victim_told_recorded")
        | (of("C1") & no("victim_given_reference"))
        | (col("victim_told_at") > col("removed"))
    ),
    "removal-order": col("recorded") > col("removed"),
    "withdrawal-under-pressure": of("C2", "C4", "C5") & withdrew & (no("pressure_considered") | yes("pressure_concern")),
}
held = (col("removed") >= "2026-04-01") & (col("removed") < "2027-04-01")
failing = [pl.when(held & broken).then(pl.lit(rule)) for rule, broken in rules.items()]
(
    pl.scan_csv(removals, infer_schema=False)
    .select("record", rule=pl.concat_list(failing).list.drop_nulls())
    .filter(col("rule").list.len() > 0)
    .explode("rule")
    .sink_csv(out)
)
seconds = time.monotonic() - begin
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{seconds:.2f} {peak} {pl.__version__} {len(rules)}")
