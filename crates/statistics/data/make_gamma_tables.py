# Makes gamma-tails-mpmath.csv, gamma-quantiles-mpmath.csv, garwood-mpmath.csv, binomial-quantiles-mpmath.csv and
# poisson-quantiles-mpmath.csv: python make_gamma_tables.py (mpmath 1.4.1, 50 digits, printed to 20).
# Tails are integrals of the density and quantiles their roots, never the series of the code that is tested.
import csv
import os

from mpmath import exp, gammainc, log, mp, mpf, sqrt

mp.dps = 50
HERE = os.path.dirname(os.path.abspath(__file__))


def write(name, title, head, rows):
    with open(os.path.join(HERE, name), "w", newline="") as file:
        file.write(f"# {title}; by make_gamma_tables.py with mpmath, 50 digits, printed to 20\n")
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        for row in rows:
            out.writerow([v if isinstance(v, (int, str)) else mp.nstr(v, 20, min_fixed=-4, max_fixed=22) for v in row])
    print(name, len(rows))


def ln_density(a, u):
    # By u = ln x: x^a e^-x / gamma(a).
    return a * u - exp(u) - mp.loggamma(a)


def lower(a, x):
    if a > 50:
        return integral(a, log(x), -1) if x < a else 1 - integral(a, log(x), 1)
    return gammainc(a, 0, x, regularized=True)


def upper(a, x):
    if a > 50:
        return integral(a, log(x), 1) if x >= a else 1 - integral(a, log(x), -1)
    return gammainc(a, x, regularized=True)


def integral(a, top, sign):
    # From the edge outwards to where the density has fallen by e^-130.
    reach = mpf(1) / 2 ** 20
    while ln_density(a, top + sign * reach) > ln_density(a, top) - 130:
        reach *= 2
    cuts = sorted(top + sign * reach * mpf(k) / 16 for k in range(17))
    return mp.quad(lambda u: exp(ln_density(a, u)), cuts, method="gauss-legendre")


def quantile(a, p, tail, sign):
    # Newton's method on the logarithm of the tail, from the median outwards: concave, so that it cannot overshoot twice.
    u = log(a) if a > 1 else (log(p) + mp.loggamma(a + 1)) / a if sign < 0 else mpf(0)
    for _ in range(300):
        value = tail(a, exp(u))
        step = log(value / p) * value / exp(ln_density(a, u)) * sign
        u += max(min(step, 1), -1)
        if abs(step) < mpf(10) ** -32 * max(1, abs(u)):
            return exp(u)
    raise ArithmeticError((a, p))


def low_quantile(a, p):
    return quantile(a, p, lower, -1)


def high_quantile(a, p):
    return quantile(a, p, upper, 1)


def check():
    for a, x in ((60, 50), (60, 75), (150.5, 149), (200, 260)):
        theirs = gammainc(mpf(a), 0, mpf(x), regularized=True)
        assert abs(lower(mpf(a), mpf(x)) / theirs - 1) < mpf(10) ** -33, (a, x)


SHAPES = [0.001, 0.02, 0.3, 0.5, 1, 1.5, 2, 7, 15, 30.5, 100, 199, 201, 500.5, 3371, 20000, 99999.5, 1000000, 20000001, 100000000]


def gamma():
    rows = []
    for a in SHAPES:
        for k in (-8, -6, -3, -2, -1, -0.1, 0, 0.5, 1, 2, 4, 8, 12):
            x = float(a + k * a ** 0.5) if a >= 1 else float(a * 2.0 ** k)
            if x <= 0:
                continue
            low, high = lower(mpf(a), mpf(x)), upper(mpf(a), mpf(x))
            if min(low, high) > mpf(10) ** -200:
                rows.append([repr(a), repr(x), low, high])
    write("gamma-tails-mpmath.csv", "Both tails of the gamma distribution at x", ["shape", "x", "lower", "upper"], rows)
    rows = []
    for a in SHAPES:
        for p in (0.5, 0.4, 0.25, 0.05, 0.025, 0.01, 0.001, 0.0005, 1e-6, 1e-10):
            if a < 0.3:
                continue
            rows.append([repr(a), repr(p), low_quantile(mpf(a), mpf(p)), high_quantile(mpf(a), mpf(p))])
    write("gamma-quantiles-mpmath.csv", "The numbers below and above which the gamma distribution lies with the chance of the tail", ["shape", "tail", "lower", "upper"], rows)


def garwood():
    rows = []
    for count in (0, 1, 2, 3, 5, 10, 37, 100, 999, 3371, 164519, 10000000):
        for percent in ("90", "95", "99", "99.8"):
            half = (1 - mpf(percent) / 100) / 2
            low = mpf(0) if count == 0 else low_quantile(mpf(count), half)
            rows.append([count, percent, low, high_quantile(mpf(count + 1), half)])
    write("garwood-mpmath.csv", "Exact limits of the mean of a Poisson count", ["count", "confidence", "low", "high"], rows)


def whole(at_most, start, p):
    # The smallest whole number at or below which at least p lies.
    k = start
    while k >= 0 and at_most(k) >= p:
        k -= 1
    k += 1
    while at_most(k) < p:
        k += 1
    return k


PS = (1e-9, 0.001, 0.025, 0.5, 0.975, 0.999)


def poisson():
    rows = []
    for mean in (0.001, 0.7, 3.0, 15.0, 62.5, 412.0, 9999.5, 1000000.0, 100000000.0):
        for p in PS:
            at_most = lambda k: upper(mpf(k + 1), mpf(mean))
            near = max(0, int(mean + float(-mp.sqrt(2) * mp.erfinv(1 - 2 * mpf(p))) * mean ** 0.5))
            rows.append([repr(mean), repr(p), whole(at_most, near, mpf(p))])
    write("poisson-quantiles-mpmath.csv", "The smallest count at or below which the Poisson distribution lies with at least the chance", ["mean", "chance", "count"], rows)


def binomial():
    from make_tables import tail_below  # the same integral as there

    rows = []
    for n, chance in ((1, 0.5), (30, 0.8), (93, 0.05), (1000, 0.01), (5000, 0.999), (100000, 0.003), (1000000, 0.5)):
        for p in PS:
            at_most = lambda k: tail_below(mpf(n - k), mpf(k + 1), 1 - mpf(chance))[0] if k < n else mpf(1)
            deviation = float(-mp.sqrt(2) * mp.erfinv(1 - 2 * mpf(p)))
            near = max(0, min(n, int(n * chance + deviation * (n * chance * (1 - chance)) ** 0.5)))
            rows.append([n, repr(chance), repr(p), whole(at_most, near, mpf(p))])
    write("binomial-quantiles-mpmath.csv", "The smallest count at or below which the binomial distribution lies with at least the chance", ["trials", "chance_of_one", "chance", "count"], rows)


if __name__ == "__main__":
    check()
    gamma()
    garwood()
    poisson()
    binomial()
