using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

public class TextTests
{
    [Fact]
    public void A_matrix_is_written_row_by_row_with_aligned_columns() =>
        Assert.Equal("[2x3], type = Int64, device = cpu\n[[ 0  1  2]\n [10 11 12]]", tensor(new long[,] { { 0, 1, 2 }, { 10, 11, 12 } }).ToString());

    [Fact]
    public void A_scalar_is_written_on_one_line() =>
        Assert.Equal("[], type = Float32, device = cpu, value = 2.5", tensor(2.5f).ToString());

    [Fact]
    public void A_large_tensor_is_cut_short_in_the_middle() =>
        Assert.Equal("[   0    1    2 ... 1998 1999 2000]", arange(2001).ToString(numpy));
}
