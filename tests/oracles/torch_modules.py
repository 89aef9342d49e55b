"""Records what PyTorch computes for modules, functions, optimisers, schedules, first values and distributions, as
torch-modules.json, torch-functions.json, torch-training.json and torch-draws.json beside this file: see oracle.py.

Run with the PyTorch of Debian's own Python: /usr/bin/python3 tests/oracles/torch_modules.py

Everything is in 64-bit floating point but for first values. A module's case has its state before the call, whether it was
in training, and its buffers after the call as well.
"""

import math
import os

import oracle
import torch
import torch.nn as nn
import torch.nn.functional as F
from oracle import number, record, written

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def numbers(*shape, seed=0):
    """Numbers between -2 and 2."""
    return oracle.values(*shape, seed=seed)


def positive(*shape, seed=0):
    return numbers(*shape, seed=seed).abs() + 0.1


def probabilities(*shape, seed=0):
    return torch.sigmoid(numbers(*shape, seed=seed))


def module_case(module, *inputs, call=None, training=True):
    module.train(training)
    with torch.no_grad():
        for i, parameter in enumerate(module.parameters()):
            parameter.copy_(0.5 * numbers(*parameter.shape, seed=i + 3))
        for name, buffer in module.named_buffers():
            if buffer.is_floating_point():
                buffer.copy_(positive(*buffer.shape, seed=5))
    state = {n: written(v) for n, v in module.state_dict().items()}
    case = record(lambda *given: flat((call or module)(*given)), inputs, dict(module.named_parameters()))
    buffers = {n: written(b) for n, b in module.named_buffers()}
    return {**case, "state": state, "training": training, "buffers": buffers}


def flat(outputs):
    if isinstance(outputs, torch.Tensor):
        return [outputs]
    return [tensor for part in outputs if part is not None for tensor in flat(part)]


def modules():
    x = numbers(3, 4)
    image = numbers(2, 3, 6, 5)
    wave = numbers(2, 3, 7)
    yield "Linear", module_case(nn.Linear(4, 3), x)
    yield "Linear without bias", module_case(nn.Linear(4, 3, bias=False), numbers(2, 2, 4))
    yield "Bilinear", module_case(nn.Bilinear(4, 3, 2), x, numbers(3, 3, seed=1))
    for name, module in [
        ("ReLU", nn.ReLU()), ("ReLU6", nn.ReLU6()), ("LeakyReLU", nn.LeakyReLU(0.2)), ("RReLU", nn.RReLU()), ("ELU", nn.ELU(0.7)),
        ("CELU", nn.CELU(0.7)), ("SELU", nn.SELU()), ("SiLU", nn.SiLU()), ("Mish", nn.Mish()), ("Sigmoid", nn.Sigmoid()),
        ("LogSigmoid", nn.LogSigmoid()), ("Hardsigmoid", nn.Hardsigmoid()), ("Hardswish", nn.Hardswish()), ("Tanh", nn.Tanh()),
        ("Tanhshrink", nn.Tanhshrink()), ("Hardtanh", nn.Hardtanh(-0.5, 0.8)), ("Softsign", nn.Softsign()), ("Softplus", nn.Softplus(2.0, 3.0)),
        ("Hardshrink", nn.Hardshrink(0.3)), ("Softshrink", nn.Softshrink(0.3)), ("Threshold", nn.Threshold(0.1, -2.0)), ("GLU", nn.GLU(1)),
        ("Softmax", nn.Softmax(1)), ("Softmin", nn.Softmin(1)), ("LogSoftmax", nn.LogSoftmax(0)), ("GELU", nn.GELU()),
        ("GELU by tanh", nn.GELU("tanh")), ("PReLU", nn.PReLU(4)), ("Identity", nn.Identity()),
    ]:
        yield name, module_case(module, x, training=False)
    yield "Softmax2d", module_case(nn.Softmax2d(), image)

    yield "Conv1d", module_case(nn.Conv1d(3, 4, 3, stride=2, padding=1), wave)
    yield "Conv1d same", module_case(nn.Conv1d(3, 2, 3, padding="same"), wave)
    yield "Conv1d circular", module_case(nn.Conv1d(3, 2, 3, padding=2, padding_mode="circular"), wave)
    yield "Conv2d", module_case(nn.Conv2d(3, 4, 3, stride=2, padding=1), image)
    yield "Conv2d in groups", module_case(nn.Conv2d(3, 6, (2, 3), stride=(1, 2), padding=(1, 0), dilation=(2, 1), groups=3, bias=False), image)
    yield "Conv2d same", module_case(nn.Conv2d(3, 2, (3, 2), padding="same"), image)
    yield "Conv2d reflecting", module_case(nn.Conv2d(3, 2, 3, padding=(1, 2), padding_mode="reflect"), image)
    yield "ConvTranspose1d", module_case(nn.ConvTranspose1d(3, 2, 3, stride=2, padding=1, output_padding=1), wave)
    yield "ConvTranspose2d", module_case(nn.ConvTranspose2d(3, 2, 3, stride=2, padding=1, output_padding=1), image)
    transposed = nn.ConvTranspose2d(3, 2, 3, stride=2)
    yield "ConvTranspose2d to a size", module_case(transposed, image, call=lambda y: transposed(y, output_size=[14, 12]))

    yield "MaxPool1d", module_case(nn.MaxPool1d(3, stride=2, padding=1), wave)
    yield "MaxPool2d", module_case(nn.MaxPool2d(2), image)
    yield "MaxPool2d rectangular", module_case(nn.MaxPool2d((3, 2), stride=(2, 1), padding=(1, 0), ceil_mode=True), image)
    yield "AvgPool1d", module_case(nn.AvgPool1d(3, stride=2, padding=1, count_include_pad=False), wave)
    yield "AvgPool2d", module_case(nn.AvgPool2d(2, stride=1, padding=1), image)
    yield "AvgPool2d divided by three", module_case(nn.AvgPool2d((2, 3), divisor_override=3), image)
    yield "AdaptiveAvgPool1d", module_case(nn.AdaptiveAvgPool1d(3), wave)
    yield "AdaptiveAvgPool2d", module_case(nn.AdaptiveAvgPool2d((3, 2)), image)
    yield "AdaptiveMaxPool1d", module_case(nn.AdaptiveMaxPool1d(3), wave)
    yield "AdaptiveMaxPool2d", module_case(nn.AdaptiveMaxPool2d((3, 2)), image)
    yield "LPPool1d", module_case(nn.LPPool1d(2, 3, stride=2), wave)
    yield "LPPool2d", module_case(nn.LPPool2d(2, 2), image)
    yield "LPPool2d of odd power", module_case(nn.LPPool2d(3, (2, 3), stride=1), positive(1, 2, 4, 4))

    yield "BatchNorm1d", module_case(nn.BatchNorm1d(4), x)
    yield "BatchNorm1d in evaluation", module_case(nn.BatchNorm1d(4), x, training=False)
    yield "BatchNorm1d of sequences", module_case(nn.BatchNorm1d(3, momentum=0.3), wave)
    yield "BatchNorm2d", module_case(nn.BatchNorm2d(3), image)
    yield "BatchNorm2d without memory", module_case(nn.BatchNorm2d(3, track_running_stats=False), image, training=False)
    yield "LayerNorm", module_case(nn.LayerNorm(4), x)
    yield "LayerNorm over two dimensions", module_case(nn.LayerNorm([6, 5], elementwise_affine=False), image)
    yield "GroupNorm", module_case(nn.GroupNorm(3, 6), numbers(2, 6, 4))
    yield "InstanceNorm1d", module_case(nn.InstanceNorm1d(3, affine=True), wave)
    yield "InstanceNorm2d", module_case(nn.InstanceNorm2d(3, affine=True, track_running_stats=True), image)
    yield "InstanceNorm2d in evaluation", module_case(nn.InstanceNorm2d(3, track_running_stats=True), image, training=False)
    yield "LocalResponseNorm", module_case(nn.LocalResponseNorm(3, alpha=0.3, beta=0.75, k=1.2), image)

    yield "Dropout in evaluation", module_case(nn.Dropout(0.7), x, training=False)
    yield "Embedding", module_case(nn.Embedding(5, 3, padding_idx=1), torch.tensor([[0, 4, 1], [4, 2, 2]]))
    yield "Embedding of bounded norm", module_case(nn.Embedding(5, 3, max_norm=0.5), torch.tensor([3, 0]))
    yield "Flatten", module_case(nn.Flatten(), image)
    yield "Unflatten", module_case(nn.Unflatten(1, (2, 2)), x)
    yield "Upsample", module_case(nn.Upsample(scale_factor=2), numbers(1, 2, 3, 2))
    yield "Upsample bilinear", module_case(nn.Upsample(size=(5, 4), mode="bilinear", align_corners=True), numbers(1, 2, 3, 2))
    yield "PixelShuffle", module_case(nn.PixelShuffle(2), numbers(1, 8, 2, 3))
    yield "PixelUnshuffle", module_case(nn.PixelUnshuffle(2), numbers(1, 2, 4, 6))
    yield "Unfold", module_case(nn.Unfold((2, 3), padding=1, stride=2), image)
    yield "CosineSimilarity", module_case(nn.CosineSimilarity(dim=1), x, numbers(3, 4, seed=2))
    yield "PairwiseDistance", module_case(nn.PairwiseDistance(p=2.0), x, numbers(3, 4, seed=2))
    yield "Sequential", module_case(nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 4)), x)

    steps = numbers(4, 2, 3)
    for name, kind in [("RNN", nn.RNN), ("GRU", nn.GRU), ("LSTM", nn.LSTM)]:
        yield name, module_case(kind(3, 2), steps)
        yield f"{name} of two layers both ways", module_case(kind(3, 2, num_layers=2, bidirectional=True), steps, training=False)
        yield f"{name} batch first without bias", module_case(kind(3, 2, batch_first=True, bias=False), steps)
    yield "RNN rectified", module_case(nn.RNN(3, 2, nonlinearity="relu"), steps)
    gru, lstm = nn.GRU(3, 2), nn.LSTM(3, 2)
    yield "GRU with a state", module_case(gru, steps, numbers(1, 2, 2, seed=4))
    yield "LSTM with a state", module_case(lstm, steps, numbers(1, 2, 2, seed=4), numbers(1, 2, 2, seed=6), call=lambda y, h, c: lstm(y, (h, c)))
    packed = nn.GRU(3, 2, bidirectional=True)

    def over_lengths(y, lengths):
        output, last = packed(nn.utils.rnn.pack_padded_sequence(y, lengths, enforce_sorted=False))
        return nn.utils.rnn.pad_packed_sequence(output), last
    yield "GRU over lengths", module_case(packed, steps, torch.tensor([2, 4]), call=over_lengths)
    yield "RNNCell", module_case(nn.RNNCell(3, 2), numbers(4, 3), numbers(4, 2, seed=1))
    yield "RNNCell rectified", module_case(nn.RNNCell(3, 2, nonlinearity="relu", bias=False), numbers(4, 3), numbers(4, 2, seed=1))
    yield "GRUCell", module_case(nn.GRUCell(3, 2), numbers(4, 3), numbers(4, 2, seed=1))
    cell = nn.LSTMCell(3, 2)
    yield "LSTMCell", module_case(
        cell, numbers(4, 3), numbers(4, 2, seed=1), numbers(4, 2, seed=2), call=lambda y, h, c: cell(y, (h, c)))

    query, key, value = numbers(3, 2, 4), numbers(5, 2, 4, seed=1), numbers(5, 2, 4, seed=2)
    yield "MultiheadAttention", module_case(nn.MultiheadAttention(4, 2), query, key, value)
    masked = nn.MultiheadAttention(4, 2)
    hidden = torch.tensor([[False, False, True, False, True], [True, False, False, False, False]])
    causal = torch.ones(3, 5, dtype=torch.bool).triu(2)
    yield "MultiheadAttention masked", module_case(
        masked, query, key, value, hidden, causal, call=lambda q, k, v, h, c: masked(q, k, v, key_padding_mask=h, attn_mask=c))
    wide = nn.MultiheadAttention(4, 2, kdim=3, vdim=5, add_bias_kv=True, add_zero_attn=True)
    yield "MultiheadAttention of other sizes", module_case(
        wide, query, numbers(5, 2, 3, seed=1), numbers(5, 2, 5, seed=2), hidden, call=lambda q, k, v, h: wide(q, k, v, key_padding_mask=h))
    layer = nn.TransformerEncoderLayer(4, 2, 6, dropout=0.0)
    yield "TransformerEncoderLayer", module_case(layer, query)
    yield "TransformerEncoderLayer in evaluation", module_case(layer, query, training=False)
    smooth = nn.TransformerEncoderLayer(4, 2, 6, dropout=0.0, activation="gelu")
    padding = torch.tensor([[False, False, True], [False, False, False]])
    future = torch.full((3, 3), -math.inf).triu(1)
    yield "TransformerEncoderLayer masked", module_case(smooth, query, future, padding, call=lambda y, m, p: smooth(y, m, p))
    yield "TransformerEncoder", module_case(nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, dropout=0.0), 2), query)


def functions():
    x, y = numbers(3, 4), numbers(3, 4, seed=1)
    p, t = probabilities(3, 4), probabilities(3, 4, seed=1)
    classes, signs = torch.tensor([2, 0, 3]), torch.tensor([1.0, -1.0, 1.0])
    image = numbers(2, 3, 4, 5)
    for reduction in ["none", "mean", "sum"]:
        yield f"mse_loss {reduction}", record(lambda a, b: F.mse_loss(a, b, reduction=reduction), [x, y])
        yield f"binary_cross_entropy_with_logits {reduction}", record(
            lambda a, b: F.binary_cross_entropy_with_logits(a, b, reduction=reduction), [x, t])
        yield f"gaussian_nll_loss {reduction}", record(
            lambda a, b, c: F.gaussian_nll_loss(a, b, c, reduction=reduction), [x, y, positive(3, 4, seed=2)])
    yield "l1_loss", record(F.l1_loss, [x, y])
    yield "smooth_l1_loss", record(lambda a, b: F.smooth_l1_loss(a, b, beta=0.6), [x, y])
    yield "huber_loss", record(lambda a, b: F.huber_loss(a, b, delta=0.6), [x, y])
    yield "binary_cross_entropy", record(F.binary_cross_entropy, [p, t])
    yield "binary_cross_entropy weighted", record(lambda a, b, w: F.binary_cross_entropy(a, b, w.detach()), [p, t, positive(3, 4)])
    yield "binary_cross_entropy_with_logits weighted", record(
        lambda a, b, w, v: F.binary_cross_entropy_with_logits(a, b, w.detach(), pos_weight=v.detach()), [x, t, positive(3, 4), positive(4)])
    yield "cross_entropy", record(F.cross_entropy, [x, classes])
    yield "cross_entropy smoothed", record(
        lambda a, b, w: F.cross_entropy(a, b, w.detach(), ignore_index=0, label_smoothing=0.1), [x, classes, positive(4)])
    yield "cross_entropy of probabilities", record(lambda a, b: F.cross_entropy(a, b, reduction="sum"), [x, torch.softmax(y, 1)])
    yield "nll_loss", record(lambda a, b, w: F.nll_loss(a, b, w.detach()), [x, classes, positive(4)])
    yield "nll_loss of sequences", record(F.nll_loss, [numbers(2, 4, 3), torch.tensor([[0, 1, 3], [2, 2, 1]])])
    yield "kl_div", record(lambda a, b: F.kl_div(a, b, reduction="sum", log_target=True), [x.log_softmax(1), y.log_softmax(1)])
    yield "kl_div of probabilities", record(lambda a, b: F.kl_div(a, b, reduction="mean", log_target=False), [x.log_softmax(1), y.softmax(1)])
    yield "gaussian_nll_loss full", record(lambda a, b, c: F.gaussian_nll_loss(a, b, c, full=True), [x, y, positive(3, 4, seed=2)])
    yield "gaussian_nll_loss of tiny variance", record(
        lambda a, b, c: F.gaussian_nll_loss(a, b, c, eps=0.5), [x, y, positive(3, 4, seed=2)])
    yield "poisson_nll_loss", record(lambda a, b: F.poisson_nll_loss(a, b, full=True), [x, positive(3, 4) * 3])
    yield "cosine_embedding_loss", record(lambda a, b, s: F.cosine_embedding_loss(a, b, s, margin=0.2), [x, y, signs])
    yield "hinge_embedding_loss", record(lambda a, s: F.hinge_embedding_loss(a, s, margin=0.5), [numbers(3), signs])
    yield "margin_ranking_loss", record(lambda a, b, s: F.margin_ranking_loss(a, b, s, margin=0.5), [numbers(3), numbers(3, seed=1), signs])
    yield "multi_label_margin_loss", record(F.multilabel_margin_loss, [x, torch.tensor([[3, 0, -1, 1], [2, -1, 0, 1], [0, 1, 2, -1]])])
    yield "multilabel_soft_margin_loss", record(lambda a, b: F.multilabel_soft_margin_loss(a, b.detach()), [x, (t > 0.5).to(t.dtype)])
    yield "multi_margin_loss", record(lambda a, b: F.multi_margin_loss(a, b, p=2, margin=0.5), [x, classes])
    yield "soft_margin_loss", record(lambda a, b: F.soft_margin_loss(a, b.detach()), [x, torch.sign(y)])
    yield "triplet_margin_loss", record(
        lambda a, b, c: F.triplet_margin_loss(a, b, c, swap=True), [x, y, numbers(3, 4, seed=2)])
    yield "triplet_margin_with_distance_loss", record(
        lambda a, b, c: F.triplet_margin_with_distance_loss(a, b, c, margin=0.5), [x, y, numbers(3, 4, seed=2)])
    yield "ctc_loss", record(
        lambda a, b: F.ctc_loss(a.log_softmax(2), b, torch.tensor([5, 4]), torch.tensor([2, 1])),
        [numbers(5, 2, 4), torch.tensor([[1, 3], [2, 0]])])

    yield "normalize", record(lambda a: F.normalize(a, p=2, dim=1), [x])
    yield "one_hot", record(F.one_hot, [classes])
    yield "scaled_dot_product_attention", record(
        lambda q, k, v: torch.softmax((q / math.sqrt(4)) @ k.transpose(-2, -1), -1) @ v, [numbers(2, 3, 4), numbers(2, 5, 4, seed=1), numbers(2, 5, 3, seed=2)])
    yield "scaled_dot_product_attention causal", record(
        lambda q, k, v: torch.softmax((q @ k.transpose(-2, -1) / math.sqrt(4)).masked_fill(torch.ones(4, 4).triu(1) > 0, -math.inf), -1) @ v,
        [numbers(4, 4), numbers(4, 4, seed=1), numbers(4, 3, seed=2)])
    yield "pad constant", record(lambda a: F.pad(a, (1, 2, 0, 1), value=0.5), [image])
    yield "pad reflect", record(lambda a: F.pad(a, (1, 2, 2, 1), mode="reflect"), [image])
    yield "pad replicate", record(lambda a: F.pad(a, (1, 2, 2, 1), mode="replicate"), [image])
    yield "pad circular", record(lambda a: F.pad(a, (1, 2, 2, 1), mode="circular"), [image])
    small = numbers(1, 2, 3, 4)
    for mode, keywords in [
        ("nearest", {}), ("nearest-exact", {}), ("bilinear", {"align_corners": False}), ("bicubic", {"align_corners": True}), ("area", {}),
    ]:
        yield f"interpolate {mode}", record(lambda a: F.interpolate(a, size=(5, 7), mode=mode, **keywords), [small])
    yield "interpolate by a factor", record(lambda a: F.interpolate(a, scale_factor=1.7, mode="bilinear", align_corners=False), [small])
    yield "interpolate linear", record(lambda a: F.interpolate(a, size=5, mode="linear", align_corners=False), [numbers(1, 2, 3)])
    yield "interpolate antialiased", record(
        lambda a: F.interpolate(a, size=(2, 2), mode="bilinear", align_corners=False, antialias=True), [small])
    theta = torch.tensor([[[0.9, 0.2, 0.1], [-0.1, 1.1, 0.2]]])
    yield "grid_sample", record(lambda a, b: F.grid_sample(a, F.affine_grid(b, [1, 2, 3, 4], align_corners=False), align_corners=False), [small, theta])
    yield "fold", record(lambda a: F.fold(a, (4, 5), (2, 2)), [numbers(1, 8, 12)])
    pooled, places = F.max_pool2d(image, 2, return_indices=True)
    yield "max_unpool2d", record(lambda a, i: F.max_unpool2d(a, i, 2, output_size=(4, 5)), [pooled, places])
    yield "max_pool2d_with_indices", record(lambda a: F.max_pool2d(a, 2, return_indices=True), [image])
    yield "pad_sequence", record(lambda a, b: nn.utils.rnn.pad_sequence([a, b], batch_first=True, padding_value=-1.0), [numbers(3, 2), numbers(2, 2, seed=1)])


def optimisers():
    """Parameters after each of six steps with gradients 0.3 p + cos(t + i), i counting a tensor's elements; the second of
    three parameters has no gradient in the third step."""
    def trajectory(make):
        parameters = [nn.Parameter(numbers(2, 3)), nn.Parameter(numbers(4, seed=1)), nn.Parameter(numbers(1, seed=2))]
        optimiser = make(parameters)
        steps = []
        for t in range(6):
            for which, parameter in enumerate(parameters):
                i = torch.arange(parameter.numel(), dtype=parameter.dtype).reshape(parameter.shape)
                parameter.grad = None if (t, which) == (2, 1) else 0.3 * parameter.detach() + torch.cos(t + i)
            optimiser.step()
            steps.append([written(p) for p in parameters])
        return {"start": [written(numbers(2, 3)), written(numbers(4, seed=1)), written(numbers(1, seed=2))], "steps": steps}

    optim = torch.optim
    yield "SGD", trajectory(lambda p: optim.SGD(p, lr=0.1))
    yield "SGD with momentum", trajectory(lambda p: optim.SGD(p, lr=0.1, momentum=0.9, dampening=0.1, weight_decay=0.05))
    yield "SGD by Nesterov", trajectory(lambda p: optim.SGD(p, lr=0.1, momentum=0.8, nesterov=True))
    yield "SGD upwards", trajectory(lambda p: optim.SGD(p, lr=0.1, weight_decay=0.1, maximize=True))
    yield "Adam", trajectory(lambda p: optim.Adam(p, lr=0.05))
    yield "Adam with decay", trajectory(lambda p: optim.Adam(p, lr=0.05, betas=(0.8, 0.95), eps=1e-4, weight_decay=0.1))
    yield "Adam with AMSGrad", trajectory(lambda p: optim.Adam(p, lr=0.05, amsgrad=True))
    yield "Adam upwards", trajectory(lambda p: optim.Adam(p, lr=0.05, maximize=True))
    yield "AdamW", trajectory(lambda p: optim.AdamW(p, lr=0.05, weight_decay=0.1))
    yield "AdamW with AMSGrad", trajectory(lambda p: optim.AdamW(p, lr=0.05, weight_decay=0.1, amsgrad=True))
    yield "RMSProp", trajectory(lambda p: optim.RMSprop(p, lr=0.02))
    yield "RMSProp centred", trajectory(lambda p: optim.RMSprop(p, lr=0.02, alpha=0.9, momentum=0.5, centered=True, weight_decay=0.1))
    yield "Adagrad", trajectory(lambda p: optim.Adagrad(p, lr=0.1, lr_decay=0.1, weight_decay=0.05, initial_accumulator_value=0.2))


def schedules():
    """The learning rates of two groups, 0.1 and 0.4 at first, at the start and after each of fifteen steps."""
    def rates(make, metric=None):
        optimiser = torch.optim.SGD([{"params": [nn.Parameter(numbers(2))]}, {"params": [nn.Parameter(numbers(2))], "lr": 0.4}], lr=0.1, momentum=0.9)
        schedule = make(optimiser)
        seen = []
        for t in range(16):
            seen.append([number(g["lr"]) for g in optimiser.param_groups] + [number(g["momentum"]) for g in optimiser.param_groups])
            optimiser.step()
            schedule.step(metric(t)) if metric else schedule.step()
        return seen

    s = torch.optim.lr_scheduler
    yield "StepLR", rates(lambda o: s.StepLR(o, 4, gamma=0.5))
    yield "MultiStepLR", rates(lambda o: s.MultiStepLR(o, [3, 5, 11], gamma=0.5))
    yield "ExponentialLR", rates(lambda o: s.ExponentialLR(o, gamma=0.9))
    yield "LambdaLR", rates(lambda o: s.LambdaLR(o, lambda epoch: 1 / (1 + epoch)))
    yield "MultiplicativeLR", rates(lambda o: s.MultiplicativeLR(o, lambda epoch: 1 - 0.01 * epoch))
    yield "ConstantLR", rates(lambda o: s.ConstantLR(o, factor=0.25, total_iters=4))
    yield "LinearLR", rates(lambda o: s.LinearLR(o, start_factor=0.2, end_factor=0.9, total_iters=7))
    yield "PolynomialLR", rates(lambda o: s.PolynomialLR(o, total_iters=9, power=2.0))
    yield "CosineAnnealingLR", rates(lambda o: s.CosineAnnealingLR(o, 6, eta_min=0.01))
    yield "SequentialLR", rates(lambda o: s.SequentialLR(o, [s.LinearLR(o, 0.1, total_iters=4), s.ExponentialLR(o, 0.9), s.CosineAnnealingLR(o, 5)], [4, 9]))
    yield "ChainedLR", rates(lambda o: s.ChainedScheduler([s.ConstantLR(o, 0.1, total_iters=3), s.ExponentialLR(o, 0.9)]))
    yield "OneCycleLR", rates(lambda o: s.OneCycleLR(o, max_lr=[0.5, 0.8], total_steps=16))
    yield "OneCycleLR in three phases", rates(
        lambda o: s.OneCycleLR(o, max_lr=0.5, epochs=4, steps_per_epoch=4, pct_start=0.25, anneal_strategy="linear", three_phase=True, cycle_momentum=False))
    metric = lambda t: [5, 4, 4, 4, 4, 3, 3.5, 3, 3, 3, 3, 2, 2, 2, 2, 2][t]
    yield "ReduceLROnPlateau", rates(lambda o: s.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1, min_lr=0.02), metric)
    yield "ReduceLROnPlateau upwards", rates(
        lambda o: s.ReduceLROnPlateau(o, mode="max", factor=0.5, patience=1, threshold=0.5, threshold_mode="abs"), lambda t: -metric(t))


def first_values():
    """What modules and initialisers draw after manual_seed(7), as 32-bit numbers."""
    torch.set_default_dtype(torch.float32)
    for name, make in [
        ("Linear", lambda: nn.Linear(5, 3)), ("Bilinear", lambda: nn.Bilinear(3, 2, 2)), ("Conv1d", lambda: nn.Conv1d(2, 3, 3)),
        ("Conv2d", lambda: nn.Conv2d(2, 3, 3)), ("ConvTranspose2d", lambda: nn.ConvTranspose2d(2, 3, 2)), ("Embedding", lambda: nn.Embedding(4, 3, padding_idx=1)),
        ("RNN", lambda: nn.RNN(3, 2)), ("GRU", lambda: nn.GRU(3, 2, num_layers=2, bidirectional=True)), ("LSTM", lambda: nn.LSTM(3, 2)),
        ("RNNCell", lambda: nn.RNNCell(3, 2)), ("GRUCell", lambda: nn.GRUCell(3, 2)), ("LSTMCell", lambda: nn.LSTMCell(3, 2)),
        ("MultiheadAttention", lambda: nn.MultiheadAttention(4, 2)), ("TransformerEncoderLayer", lambda: nn.TransformerEncoderLayer(4, 2, 3)),
        ("PReLU", lambda: nn.PReLU(2)), ("LayerNorm", lambda: nn.LayerNorm(3)), ("BatchNorm2d", lambda: nn.BatchNorm2d(3)),
    ]:
        torch.manual_seed(7)
        yield name, {n: written(v) for n, v in make().state_dict().items()}
    init = nn.init
    for name, shape, draw in [
        ("uniform_", (4, 5), lambda t: init.uniform_(t, -1, 2)), ("normal_", (4, 5), lambda t: init.normal_(t, 1, 2)),
        ("trunc_normal_", (4, 5), lambda t: init.trunc_normal_(t, 0.1, 0.5, -0.4, 0.6)), ("xavier_uniform_", (4, 5), lambda t: init.xavier_uniform_(t, 1.5)),
        ("xavier_normal_", (4, 5), lambda t: init.xavier_normal_(t, 1.5)), ("kaiming_uniform_", (4, 3, 2, 2), lambda t: init.kaiming_uniform_(t, 0.1)),
        ("kaiming_normal_", (4, 3, 2, 2), lambda t: init.kaiming_normal_(t, 0, "fan_out", "relu")), ("orthogonal_", (3, 5), lambda t: init.orthogonal_(t, 2)),
        ("orthogonal_ tall", (5, 3), lambda t: init.orthogonal_(t)), ("sparse_", (6, 3), lambda t: init.sparse_(t, 0.4)),
        ("eye_", (2, 3), init.eye_), ("dirac_", (3, 2, 3), init.dirac_), ("constant_", (2, 2), lambda t: init.constant_(t, 0.3)),
    ]:
        torch.manual_seed(7)
        yield name, {"values": written(draw(torch.empty(shape)))}
    torch.set_default_dtype(torch.float64)


def distributions():
    d = torch.distributions
    loc, scale = numbers(2, 3), positive(2, 3, seed=1)
    value = numbers(4, 2, 3, seed=2)

    def about(make, parameters, value, cumulative=False, draws=None):
        parameters = [p.clone().requires_grad_() for p in parameters]
        distribution = make(*parameters)
        log_prob = distribution.log_prob(value)
        (log_prob * oracle.weights(log_prob)).sum().backward()
        found = {
            "parameters": [written(p) for p in parameters], "value": written(value), "log_prob": written(log_prob),
            "gradients": [written(p.grad) for p in parameters], "entropy": written(distribution.entropy()),
            "mean": written(distribution.mean), "variance": written(distribution.variance)}
        if cumulative:
            found["cdf"] = written(distribution.cdf(value))
            found["icdf"] = written(distribution.icdf(probabilities(4, 2, 3)))
            found["probabilities"] = written(probabilities(4, 2, 3))
        if draws:
            torch.manual_seed(11)
            found["draw"] = written(draws(distribution))
        return found

    drawn = lambda dist: dist.rsample((5,))
    yield "Normal", about(d.Normal, [loc, scale], value, True, drawn)
    yield "Laplace", about(d.Laplace, [loc, scale], value, True, drawn)
    yield "Uniform", about(d.Uniform, [loc, loc + scale], loc.detach() + 0.5 * scale, False, drawn)
    sampled = lambda dist: dist.sample((5,))
    binary = (value > 0).to(value.dtype)
    yield "Bernoulli", about(lambda p: d.Bernoulli(probs=p), [probabilities(2, 3)], binary, False, sampled)
    yield "Bernoulli of logits", about(lambda l: d.Bernoulli(logits=l), [loc], binary, False, sampled)
    classes = torch.tensor([[0, 2], [1, 1], [2, 0], [2, 2]])
    yield "Categorical", about(lambda p: d.Categorical(probs=p), [positive(2, 3)], classes, False, sampled)
    yield "Categorical of logits", about(lambda l: d.Categorical(logits=l), [loc], classes, False, sampled)
    root = numbers(3, 3, seed=3)
    covariance = root @ root.T + torch.eye(3)
    vectors = numbers(4, 2, 3, seed=2)
    yield "MultivariateNormal", about(lambda m, c: d.MultivariateNormal(m, covariance_matrix=c), [loc, covariance], vectors, False, drawn)
    lower = torch.linalg.cholesky(covariance)
    yield "MultivariateNormal of a factor", about(lambda m, l: d.MultivariateNormal(m, scale_tril=l), [loc, lower], vectors, False, drawn)
    yield "MultivariateNormal of a precision", about(lambda m, p: d.MultivariateNormal(m, precision_matrix=p), [loc, covariance], vectors)


if __name__ == "__main__":
    beside = os.path.dirname(os.path.abspath(__file__))

    def saved(name, **parts):
        cases = dict((f"{part}: {case}" if len(parts) > 1 else case, content) for part, cases in parts.items() for case, content in cases)
        oracle.save(os.path.join(beside, name), cases)

    saved("torch-modules.json", modules=modules())
    saved("torch-functions.json", functions=functions())
    saved("torch-training.json", optimisers=optimisers(), schedules=schedules())
    saved("torch-draws.json", first=first_values(), distributions=distributions())
