# Makes attribute-sizes.csv and attribute-limits.csv: python make_attribute_tables.py (SciPy 1.17.1 for the binomial distribution and
# for chi-square, whole-number fractions of Python for the hypergeometric one). Every size is found by trying one after the other.
import csv
import math
import os
from fractions import Fraction

from scipy import stats

HERE = os.path.dirname(os.path.abspath(__file__))


def lower_tail(population, errors, n, accepted):
    ways = sum(math.comb(errors, j) * math.comb(population - errors, n - j) for j in range(accepted + 1))
    return Fraction(ways, math.comb(population, n))


def by_binomial(rate, accepted, percent):
    n = accepted + 1
    while stats.binom.cdf(accepted, n, float(rate)) > 1 - percent / 100 + 1e-15:
        n += 1
    return n


def by_hypergeometric(rate, accepted, percent, population):
    errors = max(1, math.ceil(Fraction(rate) * population))
    for n in range(accepted + 1, population + 1):
        if lower_tail(population, errors, n, accepted) <= 1 - Fraction(percent, 100):
            return n
    return ""


def write(name, head, rows):
    with open(os.path.join(HERE, name), "w", newline="") as file:
        file.write("# by make_attribute_tables.py\n")
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows(rows)
    print(name, len(rows))


rows = []
for rate in ("0.01", "0.02", "0.05", "0.1", "0.2"):
    for percent in (90, 95, 99):
        for accepted in (0, 1, 2, 5):
            factor = stats.chi2.ppf(percent / 100, 2 * accepted + 2) / 2
            rows.append([rate, percent, accepted, by_binomial(rate, accepted, percent), math.ceil(factor / float(rate))]
                        + [by_hypergeometric(rate, accepted, percent, population) for population in (100, 500, 3000)])
write("attribute-sizes.csv", ["rate", "confidence", "accepted", "binomial", "reliability_factor", "of_100", "of_500", "of_3000"], rows)

rows = []
for population, sampled, found in ((1000, 93, 1), (1000, 59, 0), (200, 100, 5), (50, 50, 2), (50, 49, 0), (3000, 120, 7), (100, 90, 0)):
    for percent in (50, 90, 95, 99):
        agree = [errors for errors in range(found, population - (sampled - found) + 1)
                 if lower_tail(population, errors, sampled, found) > 1 - Fraction(percent, 100)]
        rows.append([population, sampled, found, percent, repr(float(stats.beta.ppf(percent / 100, found + 1, sampled - found))),
                     repr(float(stats.chi2.ppf(percent / 100, 2 * found + 2) / 2 / sampled)), max(agree, default=found)])
write("attribute-limits.csv", ["population", "sampled", "found", "confidence", "binomial", "reliability_factor", "errors"], rows)
