"""NMI, ARI and the best k-means inertia by scikit-learn: the numbers in tests/Training.Tests/Evaluation/Clustering.

Run with: python3 tests/oracles/training/clustering.py (Debian's python3-sklearn)
"""
import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

print("scikit-learn", sklearn.__version__)
PARTITIONS = [
    ([0, 0, 0, 1, 1, 1, 2, 2, 2, 2], [1, 1, 0, 0, 2, 2, 2, 2, 1, 0]),
    ([0, 0, 1, 1, 2, 2], [5, 5, 5, 3, 3, 3]),
    ([0, 1, 0, 1], [0, 0, 1, 1]),
]
for a, b in PARTITIONS:
    print(a, b, "NMI %.15f ARI %.15f" % (normalized_mutual_info_score(a, b), adjusted_rand_score(a, b)))

i, j = np.arange(60)[:, None], np.arange(3)[None, :]
points = np.sin(1 + 3 * i + j * j) + 2 * (i % 4) * (j == 0)
for k in (2, 4, 7):
    best = KMeans(k, n_init=500, random_state=1, tol=0).fit(points)
    print(k, "inertia %.12f" % best.inertia_, "sizes", sorted(np.bincount(best.labels_).tolist()))
