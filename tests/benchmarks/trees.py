"""Training steps of a supervised recursive network in PyTorch, vectors of 25, 25 trees a step, in two ways.

python3 trees.py FILE [cuda]     prints trees per second, all phrases of equal height at once, indices made beforehand
python3 trees.py FILE nodes N    the same a node at a time, as the recursion is written, over the first N trees
"""
import re
import sys
import time

import torch
from torch import nn

SIZE, BATCH, CLASSES, WARM_UP = 25, 25, 5, 100


def read(path):
    for line in open(path):
        open_parts = [[]]
        for token in re.findall(r"[()]|[^\s()]+", line):
            if token == "(":
                open_parts.append([])
            elif token == ")":
                done = tuple(open_parts.pop())
                open_parts[-1].append(done)
            else:
                open_parts[-1].append(int(token))
        yield open_parts[0][0]


class Network(nn.Module):
    def __init__(self, words):
        super().__init__()
        self.words = nn.Embedding(words, SIZE)
        nn.init.normal_(self.words.weight, std=SIZE ** -0.5)
        self.compose, self.label = nn.Linear(2 * SIZE, SIZE), nn.Linear(SIZE, CLASSES)

    def by_nodes(self, trees):
        losses = []

        def fold(tree):
            p = self.words.weight[tree[1]] if len(tree) == 2 else torch.tanh(self.compose(torch.cat([fold(tree[1]), fold(tree[2])])))
            losses.append(-torch.log_softmax(self.label(p), 0)[tree[0]])
            return p

        for tree in trees:
            fold(tree)
        return torch.stack(losses).sum() / len(trees)

    def by_levels(self, batch):
        words, levels, labels, count = batch
        rows = self.words(words)
        for parts in levels:
            p = torch.tanh(self.compose(rows.index_select(0, parts).view(-1, 2 * SIZE)))
            rows = torch.cat([rows, p])
        return nn.functional.cross_entropy(self.label(rows), labels, reduction="sum") / count


def side_by_side(trees):
    nodes = []

    def visit(tree):
        if len(tree) == 2:
            nodes.append((0, len(nodes), tree, None))
            return 0, len(nodes) - 1
        (a, i), (b, j) = visit(tree[1]), visit(tree[2])
        nodes.append((1 + max(a, b), len(nodes), tree, (i, j)))
        return 1 + max(a, b), len(nodes) - 1

    for tree in trees:
        visit(tree)
    order = sorted(nodes, key=lambda node: node[:2])
    row = {node[1]: k for k, node in enumerate(order)}
    levels = {}
    for height, _, _, parts in order:
        if parts:
            levels.setdefault(height, []).extend(row[i] for i in parts)
    words = torch.tensor([node[2][1] for node in order if node[0] == 0])
    return words, [torch.tensor(levels[h]) for h in sorted(levels)], torch.tensor([node[2][0] for node in order]), len(trees)


def largest(tree):
    return tree[1] if len(tree) == 2 else max(largest(tree[1]), largest(tree[2]))


def main(path, way="levels", first=None):
    if way == "cuda":
        torch.set_default_device("cuda")

    def wait():
        if way == "cuda":
            torch.cuda.synchronize()

    sys.setrecursionlimit(10_000)
    trees = list(read(path))
    torch.manual_seed(1)
    network = Network(1 + max(map(largest, trees)))
    adam = torch.optim.Adam(network.parameters(), lr=1e-3)
    trees = trees[: int(first)] if first else trees
    batches = [trees[i:i + BATCH] for i in range(0, len(trees), BATCH)]
    loss = network.by_nodes if way == "nodes" else network.by_levels
    given = batches if way == "nodes" else [side_by_side(batch) for batch in batches]

    def train(batches):
        for batch in batches:
            adam.zero_grad()
            loss(batch).backward()
            adam.step()

    train(given[:2 if way == "nodes" else WARM_UP])
    wait()
    start = time.perf_counter()
    train(given)
    wait()
    print(f"{len(trees) / (time.perf_counter() - start):.1f}")


main(*sys.argv[1:])
