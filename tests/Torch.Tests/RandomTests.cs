using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

public class RandomTests
{
    [Fact]
    public void Equal_seeds_give_equal_numbers_and_others_do_not()
    {
        var first = randn(10, generator: new Generator(5));
        Assert.True(first.Equals(randn(10, generator: new Generator(5))));
        Assert.False(first.Equals(randn(10, generator: new Generator(6))));
    }

    [Fact]
    public void A_generator_of_ones_own_leaves_the_default_one_alone()
    {
        manual_seed(7);
        var expected = rand(5);
        manual_seed(7);
        _ = rand(100, generator: new Generator(1));
        Assert.True(expected.Equals(rand(5)));
    }

    [Fact]
    public void A_generator_seeded_alike_draws_what_the_default_one_draws()
    {
        manual_seed(11);
        Assert.True(randn(20).Equals(randn(20, generator: new Generator(11))));
    }

    [Fact]
    public void A_state_put_back_gives_the_same_numbers_again()
    {
        var random = new Generator(3);
        _ = randn(7, generator: random);
        var state = random.get_state();
        var expected = randn(7, generator: random);
        random.set_state(state);
        Assert.True(expected.Equals(randn(7, generator: random)));
    }

    [Fact]
    public void The_default_generators_state_can_be_put_back_too()
    {
        var state = get_rng_state();
        var expected = rand(3);
        set_rng_state(state);
        Assert.True(expected.Equals(rand(3)));
    }

    [Fact]
    public void A_generator_remembers_its_seed_and_can_be_seeded_again()
    {
        var random = new Generator(9);
        var expected = rand(3, generator: random);
        Assert.Equal(9, random.initial_seed());
        Assert.True(expected.Equals(rand(3, generator: random.manual_seed(9))));
    }

    [Fact]
    public void A_permutation_has_every_number_once() =>
        Assert.Equal(
            Enumerable.Range(0, 100).Select(i => (long)i),
            randperm(100, generator: new Generator(2)).data<long>().ToArray().Order());

    [Fact]
    public void Whole_numbers_stay_between_their_bounds()
    {
        var drawn = randint(3, 6, [1000], generator: new Generator(2));
        Assert.Equal([3L, 4, 5], drawn.unique().output.data<long>().ToArray());
    }
}
