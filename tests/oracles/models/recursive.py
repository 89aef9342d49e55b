"""Losses and gradients of five recursive networks by PyTorch, a node at a time: the numbers in tests/Models.Tests/Recursive/RecordedTests.cs.

Run with: /usr/bin/python3 tests/oracles/models/recursive.py (recorded with PyTorch 1.13)
Number i of parameter k is 0.4 sin(1 + 7k + i). Of each gradient g the sum of cos(i) g_i is printed.
"""
import torch

V, K, C = 5, 3, 3
# A tree is (label, word) or (label, left, right); the label may be None.
TREES = [
    (2, (1, (0, 0), (2, 1)), (None, 2)),
    (1, 3),
    (0, (None, (1, 0), (0, 2)), (2, (1, 1), (0, (2, 3), (1, 4)))),
]


def parameter(k, *shape):
    count = torch.Size(shape).numel()
    return (0.4 * torch.sin(1 + 7 * k + torch.arange(count, dtype=torch.float64))).reshape(shape).requires_grad_()


def size(tree):
    return 1 if len(tree) == 2 else size(tree[1]) + size(tree[2])


def normal(p, wanted):
    return p / p.norm() if wanted else p


def label_loss(tree, p, U, u):
    return 0 if tree[0] is None else -torch.log_softmax(U @ p + u, 0)[tree[0]]


def autoencoder(normalised, weighted, alpha=None):
    shapes = [(V, K), (K, 2 * K), (K,), (2 * K, K), (2 * K,)] + ([(C, K), (C,)] if alpha is not None else [])
    parameters = [parameter(k, *shape) for k, shape in enumerate(shapes)]
    X, W, b, D, d = parameters[:5]

    def fold(tree):
        if len(tree) == 2:
            p, rec, lab = X[tree[1]], 0, 0
        else:
            (c1, r1, l1), (c2, r2, l2) = fold(tree[1]), fold(tree[2])
            p = normal(torch.tanh(W @ torch.cat([c1, c2]) + b), normalised)
            back = D @ p + d
            e1, e2 = ((c1 - back[:K]) ** 2).sum(), ((c2 - back[K:]) ** 2).sum()
            n1, n2 = size(tree[1]), size(tree[2])
            rec, lab = r1 + r2 + ((n1 * e1 + n2 * e2) / (n1 + n2) if weighted else 0.5 * (e1 + e2)), l1 + l2
        if alpha is not None:
            lab = lab + label_loss(tree, p, *parameters[5:])
        return p, rec, lab

    def loss(tree):
        _, rec, lab = fold(tree)
        return rec if alpha is None else alpha * rec + (1 - alpha) * lab

    return parameters, loss


def network():
    parameters = [parameter(k, *shape) for k, shape in enumerate([(V, K), (K, 2 * K), (K,), (C, K), (C,)])]
    X, W, b, U, u = parameters

    def fold(tree):
        if len(tree) == 2:
            p, below = X[tree[1]], 0
        else:
            (c1, l1), (c2, l2) = fold(tree[1]), fold(tree[2])
            p, below = torch.tanh(W @ torch.cat([c1, c2]) + b), l1 + l2
        return p, below + label_loss(tree, p, U, u)

    return parameters, lambda tree: fold(tree)[1]


def unfolding():
    parameters = [parameter(k, *shape) for k, shape in enumerate([(V, K), (K, 2 * K), (K,), (2 * K, K), (2 * K,)])]
    X, W, b, D, d = parameters

    def unfold(tree, code):
        if len(tree) == 2:
            return 0.5 * ((X[tree[1]] - code) ** 2).sum()
        parts = torch.tanh(D @ code + d)
        return unfold(tree[1], parts[:K]) + unfold(tree[2], parts[K:])

    def fold(tree):
        if len(tree) == 2:
            return X[tree[1]], torch.zeros((), dtype=torch.float64)
        (c1, e1), (c2, e2) = fold(tree[1]), fold(tree[2])
        p = torch.tanh(W @ torch.cat([c1, c2]) + b)
        return p, e1 + e2 + unfold(tree, p)

    return parameters, lambda tree: fold(tree)[1]


def deep(f):
    """Three layers; in the first a word is its vector."""
    shapes = [(V, K)] + 3 * [(K, 2 * K), (K,)] + 2 * [(K, K)] + [(C, K), (C,)]
    parameters = [parameter(k, *shape) for k, shape in enumerate(shapes)]
    X, U, u = parameters[0], *parameters[-2:]
    W, b = parameters[1:7:2], parameters[2:7:2]
    A = parameters[7:9]

    def fold(tree):
        if len(tree) == 2:
            h, below = [X[tree[1]]], 0
            for i in (1, 2):
                h.append(f(A[i - 1] @ h[-1] + b[i]))
        else:
            (l, l1), (r, l2) = fold(tree[1]), fold(tree[2])
            below = l1 + l2
            h = [f(W[0] @ torch.cat([l[0], r[0]]) + b[0])]
            for i in (1, 2):
                h.append(f(W[i] @ torch.cat([l[i], r[i]]) + A[i - 1] @ h[-1] + b[i]))
        return h, below + label_loss(tree, h[-1], U, u)

    return parameters, lambda tree: fold(tree)[1]


for name, (parameters, loss) in {
    "autoencoder": autoencoder(normalised=False, weighted=False),
    "autoencoder, normalised": autoencoder(normalised=True, weighted=False),
    "autoencoder, normalised and weighted": autoencoder(normalised=True, weighted=True),
    "semi-supervised": autoencoder(normalised=True, weighted=True, alpha=0.2),
    "network": network(),
    "unfolding": unfolding(),
    "deep, ReLU": deep(torch.relu),
    "deep, tanh": deep(torch.tanh),
}.items():
    total = sum(loss(tree) for tree in TREES) / len(TREES)
    gradients = torch.autograd.grad(total, parameters)
    sums = [float((torch.arange(g.numel(), dtype=torch.float64).cos() * g.reshape(-1)).sum()) for g in gradients]
    print(f'    [InlineData("{name}", {float(total)!r}, new[] {{ {", ".join(map(repr, sums))} }})]')
