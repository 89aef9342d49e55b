"""Principal components, a linear probe and k-means in scikit-learn and numpy, the twins of Classical.cs.

python3 classical.py pca|probe|clusters [FORM]    prints the examples per second of one fit; FORM is covariance, for pca
"""
import sys
import time
import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression

from images import images

COMPONENTS, CODE, CODES, CLASSES, PENALTY = 20, 20, 10_000, 10, 1e-3


def pca(form):
    x = images().numpy()

    def covariance():
        centred = x - x.mean(0, dtype=np.float64)       # in double precision, as ours
        values, vectors = np.linalg.eigh(centred.T @ centred / (len(x) - 1))
        return vectors[:, ::-1][:, :COMPONENTS]

    return len(x), covariance if form == "covariance" else lambda: PCA(COMPONENTS, svd_solver="randomized", random_state=1).fit(x)


def codes():
    random = np.random.default_rng(1)
    labels = random.integers(0, CLASSES, CODES)
    return (random.normal(size=(CLASSES, CODE))[labels] + random.normal(size=(CODES, CODE))).astype(np.float32), labels


def probe(_):
    u, labels = codes()
    u = (u - u.mean(0)) / u.std(0)
    return CODES, lambda: LogisticRegression(C=1 / (CODES * PENALTY), max_iter=200, tol=1e-6).fit(u, labels)


def clusters(_):
    u, _ = codes()
    return CODES, lambda: KMeans(CLASSES, n_init=5, max_iter=100, tol=0, random_state=1).fit(u)


warnings.filterwarnings("ignore")
examples, fit = {"pca": pca, "probe": probe, "clusters": clusters}[sys.argv[1]](sys.argv[2] if len(sys.argv) > 2 else "")
fit()
start = time.perf_counter()
fit()
print(f"{examples / (time.perf_counter() - start):.0f}")
