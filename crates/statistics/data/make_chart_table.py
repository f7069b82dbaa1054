# Makes charts-qikit.csv: python make_chart_table.py (clinical-qikit 0.5.0, MIT; numpy 2.4.6). The series are invented.
# qikit leaves moving ranges above 3.267 times their mean out of sigma and we do not, so only series without such ranges are used.
# Nor does qikit let sigma_z of u' and p' fall below 1, as Laney does: only series with a larger one are used.
# `freeze` is how many points the limits are made of, `part` the first point of a second segment (0: neither), from 0.
import csv
import os
import warnings

import numpy as np
from qikit.spc import qic

warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = {"XmR": "i", "c": "c", "u": "u", "p": "p", "u'": "up", "p'": "pp"}
random = np.random.default_rng(43)


def ranges_are_kept(values):
    ranges = np.abs(np.diff(values))
    return bool(np.all(ranges <= 3.267 * ranges.mean() * 0.999))


def series(kind, length, base, rate, spread):
    while True:
        bases = np.round(base * random.uniform(0.6, 1.4, length))
        rates = rate * np.exp(random.normal(0, spread, length))
        counts = np.minimum(random.poisson(rates * (1 if kind == "c" else bases)), bases if kind[0] == "p" else np.inf).astype(int)
        shown = counts / bases if kind not in ("XmR", "c") else counts.astype(float)
        centre = counts.sum() / bases.sum()
        sigma = np.sqrt((centre * (1 - centre) if kind[0] == "p" else centre) / bases)
        if ranges_are_kept(shown) and (kind in ("XmR", "c") or ranges_are_kept((shown - centre) / sigma)):
            return counts, bases


rows, number = [], 0
for kind in KINDS:
    for length, base, rate, spread, freeze, part in (
        (24, 400, 0.08, 0.0, 0, 0), (24, 400, 0.08, 0.3, 0, 0), (36, 60_000, 0.07, 0.15, 0, 0), (30, 2_500_000, 0.06, 0.05, 0, 0),
        (24, 900, 0.4, 0.1, 12, 0), (30, 900, 0.02, 0.2, 0, 14),
    ):
        if kind == "c":
            base, rate = 1, base * rate
        while True:
            counts, bases = series(kind, length, base, rate, spread)
            cuts = [(0, freeze or length)] if not part else [(0, part), (part, length)]
            shown = counts / bases if kind not in ("XmR", "c") else counts.astype(float)
            good = True
            for start, end in cuts:
                k, n = counts[start:end], bases[start:end]
                centre = k.sum() / n.sum()
                sigma = np.sqrt((centre * (1 - centre) if kind[0] == "p" else centre) / n)
                good &= ranges_are_kept(shown[start:end])
                z = (shown[start:end] - centre) / sigma
                good &= kind in ("XmR", "c") or ranges_are_kept(z)
                good &= not kind.endswith("'") or np.abs(np.diff(z)).mean() > 1.128
            if good:
                break
        number += 1
        options = {}
        if freeze:
            options["freeze"] = freeze
        if part:
            options["part"] = part + 1  # which counts from 1
        if kind not in ("XmR", "c"):
            options["n"] = bases.tolist()
        found = qic(x=list(range(length)), y=counts.tolist(), chart=KINDS[kind], **options).data
        for at in range(length):
            line = found.iloc[at]
            rows.append([number, kind, freeze, part, counts[at], int(bases[at]), repr(float(line["cl"])), repr(float(line["lcl"])), repr(float(line["ucl"]))])

with open(os.path.join(HERE, "charts-qikit.csv"), "w", newline="", encoding="utf-8") as file:
    file.write("# Centre and limits of invented series by clinical-qikit 0.5.0; made by make_chart_table.py, which says what the columns are\n")
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["series", "kind", "freeze", "part", "count", "base", "centre", "lower", "upper"])
    out.writerows(rows)
print(len(rows), number)
