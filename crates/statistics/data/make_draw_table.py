# Makes draw-hashlib.csv: python make_draw_table.py (hashlib of Python only). The draw as its documentation describes it, on invented keys.
import csv
import hashlib
import os

HERE = os.path.dirname(os.path.abspath(__file__))


def priority(seed, stratum, key):
    digest = hashlib.sha256(b"registrar draw 1")
    for part in (seed, stratum, key):
        data = part.encode("utf-8")
        digest.update(len(data).to_bytes(8, "little") + data)
    return digest.hexdigest()


rows = []
for seed, stratum, count in (("2026-11", "incidents", 1000), ("2026-12", "incidents", 1000), ("2026-11", "crime-related é", 60), ("", "", 5)):
    keys = [f"INC-{number:06}" for number in range(count)]
    drawn = sorted((priority(seed, stratum, key), key) for key in keys)[:8]
    for rank, (digest, key) in enumerate(drawn, 1):
        rows.append([seed, stratum, count, rank, key, digest])

with open(os.path.join(HERE, "draw-hashlib.csv"), "w", newline="", encoding="utf-8") as file:
    file.write("# Invented keys INC-000000 upwards: the first eight of each draw; by make_draw_table.py with hashlib\n")
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["seed", "stratum", "keys", "rank", "key", "priority"])
    out.writerows(rows)
print(len(rows))
