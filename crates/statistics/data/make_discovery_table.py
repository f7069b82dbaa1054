# Makes false-discovery-scipy.csv: python make_discovery_table.py (scipy 1.17.1, statsmodels 0.15.0; the two have to agree). Invented p values.
import csv
import os
import random

from scipy.stats import false_discovery_control
from statsmodels.stats.multitest import multipletests

HERE = os.path.dirname(os.path.abspath(__file__))
random.seed(6)
lists = [[0.01, 0.04, 0.03, 0.5], [1.0], [0.0, 1.0, 0.5], [0.02] * 5, [10.0**-k for k in range(25)],
         [random.random() for _ in range(43)], [random.random() ** 4 for _ in range(43)], [random.choice((0.001, 0.01, 0.05, 0.2, 0.9)) for _ in range(100)]]
rows = []
for number, p_values in enumerate(lists, 1):
    both = []
    for method in ("bh", "by"):
        theirs = false_discovery_control(p_values, method=method)
        others = multipletests(p_values, method="fdr_" + method)[1]
        assert max(abs(theirs - others)) < 1e-14
        both.append(theirs)
    rows += [[number, repr(p), repr(float(bh)), repr(float(by))] for p, bh, by in zip(p_values, *both)]

with open(os.path.join(HERE, "false-discovery-scipy.csv"), "w", newline="", encoding="utf-8") as file:
    file.write("# Invented p values adjusted by scipy.stats.false_discovery_control; made by make_discovery_table.py\n")
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["list", "p", "bh", "by"])
    out.writerows(rows)
print(len(rows))
