# Makes ranks-scipy.csv: python make_rank_table.py (scipy 1.17.1, numpy 2.4.6). Invented counts. Given the rate of one unit, the number of
# units above it is a sum of independent yes and no; the probabilities of its ranks are the integral of that over the rate.
# `tau` 0: Jeffreys' half a count; otherwise the rates have a standard deviation of tau times the pooled rate.
import csv
import os

import numpy as np
from scipy import stats

HERE = os.path.dirname(os.path.abspath(__file__))
NODES, WEIGHTS = np.polynomial.legendre.leggauss(4000)


def ranks(distributions):
    result = []
    for at, own in enumerate(distributions):
        t = own.ppf((1 + NODES) / 2)  # by its own chances, because densities may be infinite at 0
        weight = WEIGHTS / 2
        above = np.zeros((len(distributions), len(t)))
        above[0] = 1
        for other_at, other in enumerate(distributions):
            if other_at != at:
                p = other.sf(t)
                above[1:] = above[1:] * (1 - p) + above[:-1] * p
                above[0] *= 1 - p
        probabilities = above @ weight
        assert abs(probabilities.sum() - 1) < 1e-6, probabilities.sum()
        result.append(probabilities)
    return result


SETS = [
    ("Rates", 0, [(520, 10_000), (500, 10_000), (80, 4_000)]),
    ("Rates", 0, [(0, 100), (1, 100), (3, 200), (2, 150), (5, 120), (9, 400), (4, 310)]),
    ("Rates", 0.2, [(0, 100), (1, 100), (3, 200), (2, 150), (5, 120), (9, 400), (4, 310)]),
    ("Shares", 0, [(8, 20), (90, 200), (41, 100), (5, 9), (230, 500), (0, 4)]),
    ("Shares", 0.3, [(8, 20), (90, 200), (41, 100), (5, 9), (230, 500), (0, 4)]),
    ("Rates", 0, [(1_000 + 13 * k, 20_000 + 150 * k) for k in range(12)]),
]
rows = []
for number, (model, tau, units) in enumerate(SETS, 1):
    k, n = np.array(units, dtype=float).T
    mu = k.sum() / n.sum()
    if model == "Rates":
        prior, over = (0.5, 0) if not tau else (1 / tau**2, 1 / tau**2 / mu)
        distributions = [stats.gamma(a, scale=1 / b) for a, b in zip(k + prior, n + over)]
    else:
        trials = 1 if not tau else (1 - mu) / (mu * tau**2) - 1
        share = 0.5 if not tau else mu
        distributions = [stats.beta(a + trials * share, b + trials * (1 - share)) for a, b in zip(k, n - k)]
    for (count, base), found in zip(units, ranks(distributions)):
        quarter = -(-len(units) // 4)
        expected = float(found @ np.arange(1, len(units) + 1))
        sd = float(np.sqrt(max(0, found @ np.arange(1, len(units) + 1) ** 2 - expected**2)))
        rows.append([number, model, tau, count, base] + [f"{value:.8f}" for value in (found[0], found[-1], found[:quarter].sum(), found[-quarter:].sum(), expected, sd)])

with open(os.path.join(HERE, "ranks-scipy.csv"), "w", newline="", encoding="utf-8") as file:
    file.write("# Probabilities of ranks of invented counts, by numerical integration; made by make_rank_table.py with scipy 1.17.1\n")
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["set", "model", "tau", "count", "base", "highest", "lowest", "top_quarter", "bottom_quarter", "expected", "deviation"])
    out.writerows(rows)
print(len(rows))
