"""Principal components of x[i, j] = sin(1 + 3i + j²) + ij/10 by numpy: the numbers in tests/Models.Tests/PcaTests.cs.

Run with: python3 tests/oracles/models/pca.py (numpy only; recorded with numpy 1.24)
"""
import numpy as np


def principal(x, size):
    values, vectors = np.linalg.eigh(np.cov(x.T))
    axes = vectors[:, ::-1].T[:size]
    largest = np.abs(axes).argmax(axis=1)
    axes *= np.sign(axes[np.arange(size), largest])[:, None]
    return values[::-1][:size], axes


def wave(rows, columns):
    i, j = np.arange(rows)[:, None], np.arange(columns)[None, :]
    return np.sin(1 + 3 * i + j * j) + 0.1 * i * j


np.set_printoptions(precision=15)
for rows, columns in ((7, 4), (4, 7)):
    x = wave(rows, columns)
    variances, axes = principal(x, 3)
    print(f"{rows} x {columns}\nmean", x.mean(axis=0), "\nvariances", variances, "\ntotal", np.cov(x.T).trace(), "\naxes", axes)
