# Makes the tables of reference values beside this file: python make_tables.py (mpmath 1.4.1, 50 digits, printed to 20).
# Every number is found by mpmath from the definition (an integral, a sum, a root), never by the code that is tested.
import csv
import os

from mpmath import betainc, binomial, erfinv, exp, factorial, findroot, log, mp, mpf, sqrt

mp.dps = 50
HERE = os.path.dirname(os.path.abspath(__file__))


def write(name, title, head, rows):
    with open(os.path.join(HERE, name), "w", newline="") as file:
        file.write(f"# {title}; by make_tables.py with mpmath, 50 digits, printed to 20\n")
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        for row in rows:
            out.writerow([v if isinstance(v, (int, str)) else mp.nstr(v, 20, min_fixed=-4, max_fixed=22) for v in row])
    print(name, len(rows))


def near_tail(a, b, x):
    # The integral of the density by u = ln(x / (1 - x)), x^a (1 - x)^b / B(a, b), from where it has fallen by e^-130.
    # (mpmath's own betainc does not end at such sizes.)
    ln_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)

    def ln_density(u):
        return -a * mp.log1p(exp(-u)) - b * mp.log1p(exp(u)) - ln_beta

    top = log(x) - mp.log1p(-x)
    reach = mpf(1) / 2 ** 20
    while ln_density(top - reach) > ln_density(top) - 130:
        reach *= 2
    cuts = [top - reach * (1 - mpf(k) / 16) for k in range(17)]
    return mp.quad(lambda u: exp(ln_density(u)), cuts, method="gauss-legendre")


def tail_below(a, b, x):
    # The tail on the near side of the mean is integrated, the other is what is missing to 1.
    if x < a / (a + b):
        low = near_tail(a, b, x)
        return low, 1 - low
    high = near_tail(b, a, 1 - x)
    return 1 - high, high


def quantile(a, b, p):
    # Newton's method on the logarithm of the tail, which is a rising concave curve in u = ln(x / (1 - x)).
    u = log(a / b)
    for _ in range(60):
        x = 1 / (1 + exp(-u))
        low, _high = tail_below(a, b, x)
        weight = exp(a * log(x) - b * mp.log1p(exp(u)) + mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b))
        step = log(low / p) * low / weight
        u -= step
        if abs(step) < mpf(10) ** -32 * max(1, abs(u)):
            return 1 / (1 + exp(-u)), 1 / (1 + exp(u))
    raise ArithmeticError((a, b, p))


def check():
    # Where mpmath's own incomplete beta function ends, it gives the same.
    for a, b, x in ((0.5, 0.5, 0.3), (2, 3, 0.4), (24.5, 6.5, 0.7), (328, 5, 0.97), (50, 950, 0.02)):
        ours = tail_below(mpf(a), mpf(b), mpf(x))[0]
        assert abs(ours / betainc(a, b, 0, mpf(x), regularized=True) - 1) < mpf(10) ** -33, (a, b, x)


def normal():
    tails = ["0.5", "0.45", "0.4", "0.3", "0.25", "0.2", "0.15", "0.1", "0.075", "0.05", "0.04", "0.03", "0.025", "0.0228", "0.02",
             "0.0125", "0.01", "0.005", "0.0025", "0.001", "0.0005", "0.0001", "0.00005", "0.00001"]
    tails += [f"1e-{k}" for k in (6, 7, 8, 9, 10, 12, 14, 16, 20, 30, 50, 75, 100, 150, 200, 300)]
    # Of the float that the program reads, not of the decimal number: 1e-300 is not the same.
    rows = []
    for text in tails:
        tail = mpf(float(text))
        x = sqrt(mpf(2)) * erfinv(1 - 2 * tail) if tail > mpf("1e-12") else findroot(
            lambda v: mp.log(mp.erfc(v / sqrt(mpf(2))) / 2 / tail), mp.sqrt(-2 * log(tail)) * mpf("0.97"), tol=mpf(10) ** -60)
        rows.append([text, x])
    write("normal-mpmath.csv", "Standard deviations exceeded with the chance of the upper tail", ["tail", "quantile"], rows)


SIZES = [(1, 1), (0.5, 0.5), (0.5, 1.5), (2, 3), (24, 7), (24.5, 6.5), (328, 5), (0.5, 332.5), (1211.5, 89.5), (50, 950), (2500.5, 2500.5),
         (3371, 164519), (99999, 2), (99990.5, 10.5), (1, 1000000), (500000, 500001), (12.5, 9999988.5), (99000000, 1000001), (0.5, 100000000.5),
         (50000000, 50000001)]


def beta():
    rows = []
    for a, b in SIZES:
        mean = mpf(a) / (a + b)
        spread = sqrt(mean * (1 - mean) / (a + b + 1))
        for k in (-6, -3, -2, -1, -0.1, 0, 0.5, 1, 2, 4, 8):
            x = mpf(float(mean + k * spread))
            if 0 < x < 1:
                # x as the shortest text that reads back as the same float.
                low, high = tail_below(mpf(a), mpf(b), x)
                if low > mpf(10) ** -200 and high > mpf(10) ** -200:
                    rows.append([repr(a), repr(b), repr(float(x)), low, high])
    write("beta-tails-mpmath.csv", "Both tails of the beta distribution at x", ["a", "b", "x", "lower", "upper"], rows)
    rows = []
    for a, b in SIZES:
        for p in (0.5, 0.25, 0.05, 0.025, 0.005, 0.0005, 1e-6, 1e-10):
            x, rest = quantile(mpf(a), mpf(b), mpf(p))
            rows.append([repr(a), repr(b), repr(p), x, rest])
            if a != b:
                x, rest = quantile(mpf(b), mpf(a), mpf(p))
                rows.append([repr(b), repr(a), repr(p), x, rest])
    write("beta-quantiles-mpmath.csv", "The number below which the beta distribution lies with the chance of the lower tail, and 1 less it", ["a", "b", "lower", "x", "rest"], rows)


COUNTS = [(0, 1), (1, 1), (0, 10), (10, 10), (1, 2), (1, 30), (24, 30), (25, 31), (21, 31), (121, 124), (0, 332), (328, 332), (332, 332), (70, 92), (1123, 1211), (1, 1000),
          (500, 1000), (3371, 167890), (9999, 10000), (1, 1000000), (999000, 1000000), (37, 10000000), (0, 100000000), (99000000, 100000000), (50000000, 100000000)]


def intervals():
    rows = []
    for successes, trials in COUNTS:
        for percent in ("90", "95", "99", "97.5"):
            x, n = mpf(successes), mpf(trials)
            risk = 1 - mpf(percent) / 100
            z = sqrt(mpf(2)) * erfinv(1 - risk)
            p = x / n
            half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
            centre = (p + z * z / (2 * n)) / (1 + z * z / n)
            clip = lambda v: min(max(v, mpf(0)), mpf(1))
            put = lambda method, low, high: rows.append([method, successes, trials, percent, low, high])
            put("Wilson", mpf(0) if successes == 0 else centre - half, mpf(1) if successes == trials else centre + half)
            wider, share = n + z * z, (x + z * z / 2) / (n + z * z)
            half = z * sqrt(share * (1 - share) / wider)
            put("Agresti-Coull", clip(share - half), clip(share + half))
            for method, shift_low, shift_high in (("Clopper-Pearson", (0, 1), (1, 0)), ("Jeffreys", (0.5, 0.5), (0.5, 0.5))):
                low = mpf(0) if successes == 0 else quantile(x + shift_low[0], n - x + shift_low[1], risk / 2)[0]
                high = mpf(1) if successes == trials else quantile(n - x + shift_high[1], x + shift_high[0], risk / 2)[1]
                put(method, low, high)
    write("intervals-mpmath.csv", "Limits of a share: Jeffreys with 0 and 1 at the ends, Agresti-Coull cut at 0 and 1", ["method", "successes", "trials", "confidence", "low", "high"], rows)


def counts():
    rows = []
    for n, p in ((1, 0.5), (59, 0.05), (93, 0.05), (1000, 0.01), (100000, 0.003), (1000000, 0.5)):
        mean = n * p
        for k in sorted({max(0, min(n, round(mean + s * sqrt(mpf(mean) * (1 - mpf(p)))))) for s in (-5, -2, 0, 2, 5)}):
            k = int(k)
            low, high = tail_below(mpf(n - k), mpf(k + 1), 1 - mpf(p)) if k < n else (mpf(1), mpf(0))
            rows.append([n, repr(p), k, low, high])
    write("binomial-mpmath.csv", "The chance of at most k successes, and of more", ["trials", "chance", "k", "lower", "upper"], rows)
    rows = []
    for size, marked, drawn in ((10, 1, 3), (100, 5, 45), (500, 25, 56), (2000, 100, 60), (10000, 500, 181), (100000, 37, 50000), (1000000, 10000, 3000)):
        for k in range(0, min(marked, drawn) + 1):
            mean = drawn * marked / size
            if k > 6 and abs(k - mean) > 12:
                continue
            if k < drawn + marked - size:
                continue
            whole = binomial(mpf(size), drawn)
            low = sum(binomial(mpf(marked), j) * binomial(mpf(size - marked), drawn - j) for j in range(k + 1)) / whole
            high = sum(binomial(mpf(marked), j) * binomial(mpf(size - marked), drawn - j) for j in range(k + 1, min(marked, drawn, k + 400) + 1)) / whole
            if low > mpf(10) ** -100 and high > mpf(10) ** -30 and abs(low + high - 1) < mpf(10) ** -25:
                rows.append([size, marked, drawn, k, low, high])
    write("hypergeometric-mpmath.csv", "The chance of at most k marked ones in a draw, and of more", ["size", "marked", "drawn", "k", "lower", "upper"], rows)
    rows = []
    for found in (0, 1, 2, 3, 5, 10, 20, 50, 100, 500):
        for percent in ("80", "90", "95", "99"):
            risk = 1 - mpf(percent) / 100
            chance = lambda r: exp(-r) * sum(r ** j / factorial(j) for j in range(found + 1))
            low, high = mpf(found) * mpf("0.3"), mpf(found) * 3 + 30
            for _ in range(150):
                middle = (low + high) / 2
                low, high = (middle, high) if chance(middle) > risk else (low, middle)
            rows.append([found, percent, low])
    write("reliability-factors-mpmath.csv", "The mean of a Poisson distribution that gives at most so many with a chance of 1 less the confidence", ["found", "confidence", "factor"], rows)


def student():
    rows = []
    for df in (1, 2, 3, 5, 10, 29, 99, 1000, 100000):
        for tail in ("0.05", "0.025", "0.005"):
            # With t = sqrt(df (1 - x) / x), x has a beta distribution (df/2, 1/2) and both tails of t are its lower tail.
            x, rest = quantile(mpf(df) / 2, mpf(1) / 2, 2 * mpf(tail))
            rows.append([df, tail, sqrt(df * rest / x)])
    write("student-mpmath.csv", "Quantiles of Student's t exceeded with the chance of the upper tail", ["degrees", "tail", "quantile"], rows)


if __name__ == "__main__":
    check()
    normal()
    beta()
    intervals()
    counts()
    student()
