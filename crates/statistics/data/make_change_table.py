# Makes rate-changes-mpmath.csv: python make_change_table.py (mpmath 1.4.1, 40 digits; scipy 1.17.1 looks on). Two counts with
# their bases; both p values from the sum of exact binomial chances; limits of 95% as roots of such sums. binomtest of SciPy has to
# agree with the p value by minimum likelihood.
import csv
import os

from mpmath import inf, log, mp, mpf, nstr
from scipy.stats import binomtest

mp.dps = 40
HERE = os.path.dirname(os.path.abspath(__file__))


def chances(n, odds):
    """All binomial chances for odds p / (1 - p), from their recurrence."""
    terms = [mpf(1)]
    for j in range(n):
        terms.append(terms[-1] * odds * (n - j) / (j + 1))
    total = sum(terms)
    return [term / total for term in terms]


def root(n, tail_of, lower_side):
    """The odds at which the tail is 0.025, by halving on the logarithm."""
    low, high = mpf(-60), mpf(60)
    for _ in range(110):
        middle = (low + high) / 2
        above = tail_of(chances(n, mp.exp(middle))) > mpf("0.025")
        if above == lower_side:
            high = middle
        else:
            low = middle
    return mp.exp(low)


rows = []
CASES = [(10, 1, 20, 1), (20, 1, 10, 1), (0, 1, 5, 1), (5, 1, 0, 1), (1, 1, 1, 1), (3, 2.5, 12, 4), (3, 100, 12, 37.5), (2, 1, 9, 1), (9, 1, 2, 1),
         (11, 17877, 6, 16660), (30, 1, 30, 2), (30, 1, 60, 2), (47, 3, 51, 2), (100, 1, 130, 1), (100, 1, 131, 1.02), (0, 2.75, 1, 1), (1, 2.75, 0, 1),
         (250, 12, 240, 11), (600, 1, 520, 0.8), (5, 1000, 900, 100000), (12, 0.001, 4, 0.002), (7, 1, 400, 60), (1, 9, 7, 9), (15, 1, 15, 1.5)]
LARGE = [(50_000, 1, 50_600, 1), (64_519, 2_750_000, 64_000, 2_790_000), (30_000, 2, 14_500, 1), (5_000, 1, 5_400, 1), (5_000, 1, 5_000, 1.1),
         (168_770, 2.72, 164_519, 2.70), (900, 1, 1_000, 1), (1_000, 1, 900, 1), (2_000, 3, 2_200, 3.1), (100, 1, 40_000, 380), (8_000, 1, 16_500, 2), (15_000, 1, 15_200, 1)]
for first, first_base, second, second_base in CASES + LARGE:
    n, scale = first + second, mpf(second_base) / mpf(first_base)
    p = chances(n, scale)
    doubled = min(mpf(1), 2 * min(sum(p[: second + 1]), sum(p[second:])))
    likely = sum(term for term in p if term <= p[second] * (1 + mpf("1e-7")))
    theirs = binomtest(second, n, second_base / (first_base + second_base)).pvalue
    assert abs(theirs - likely) <= 1e-8 * likely, (first, second, theirs, likely)
    if n <= 1200:
        low = mpf(0) if second == 0 else root(n, lambda p: sum(p[second:]), True) / scale
        high = inf if first == 0 else root(n, lambda p: sum(p[: second + 1]), False) / scale
    else:  # sums of so many chances take too long here: the beta distribution, by its integral
        def quantile(a, b, tail, upper):
            low, high = mpf(0), mpf(1)
            start = mpf(a) / (a + b)
            width = 12 * mp.sqrt(start * (1 - start) / (a + b))
            low, high = max(mpf(0), start - width), min(mpf(1), start + width)
            for _ in range(60):
                middle = (low + high) / 2
                density = lambda t: mp.exp((a - 1) * log(t) + (b - 1) * log(1 - t) + mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b))
                area = mp.quad(density, mp.linspace(middle, min(mpf(1), start + 14 * width / 12), 9) if upper else mp.linspace(max(mpf(0), start - 14 * width / 12), middle, 9))
                if (area > tail) == upper:
                    low = middle
                else:
                    high = middle
            return low
        low_share = quantile(second, first + 1, mpf("0.025"), False)
        high_share = quantile(second + 1, first, mpf("0.025"), True)
        low, high = low_share / (1 - low_share) / scale, high_share / (1 - high_share) / scale
    rows.append([first, first_base, second, second_base] + [nstr(value, 20) if value != inf else "inf" for value in (doubled, likely, low, high)])
    print(rows[-1], flush=True)

with open(os.path.join(HERE, "rate-changes-mpmath.csv"), "w", newline="", encoding="utf-8") as file:
    file.write("# Two counts over bases: p doubled and by minimum likelihood and the limits of 95% of the ratio; by make_change_table.py with mpmath\n")
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["first", "first_base", "second", "second_base", "doubled", "likely", "low", "high"])
    out.writerows(rows)
print(len(rows))
