namespace Workbook.Kernel.Tests;

/// <summary>Which moves are drawn, without a clock: a slow machine and a slow picture follow the same rule.</summary>
public sealed class RedrawQueueTests
{
    private readonly RedrawQueue queue = new();
    private readonly IntSlider slider = new(), other = new();
    private readonly Widgets.Interactive picture;

    public RedrawQueueTests() => picture = new([slider, other], () => null);

    [Fact]
    public void A_move_alone_is_drawn_at_once()
    {
        Arrive(slider);
        Assert.Equal([picture], Handle(slider));
        Arrive(slider);
        Assert.Equal([picture], Handle(slider));
    }

    [Fact]
    public void Of_all_that_had_come_in_when_the_first_was_handled_the_last_is_drawn()
    {
        for (var move = 0; move < 50; move++) Arrive(slider, other);
        for (var move = 0; move < 99; move++) Assert.Empty(Handle(move % 2 == 0 ? slider : other));
        Assert.Equal([picture], Handle(other));
    }

    [Fact]
    public void Moves_without_an_end_are_followed()
    {
        var drawn = 0;
        Arrive(slider);
        for (var move = 0; move < 1000; move++)
        {
            Arrive(slider, slider);                    // two come for each that is handled: none is ever the last
            drawn += Handle(slider).Count;
        }
        Assert.InRange(drawn, 5, 20);
    }

    [Fact]
    public void A_picture_of_its_own_does_not_wait_for_another_s_moves()
    {
        var alone = new IntSlider();
        var second = new Widgets.Interactive([alone], () => null);
        Arrive(slider, slider, alone);
        Assert.Empty(Handle(slider));
        Assert.Equal([picture], Handle(slider));
        Assert.Equal([second], Handle(alone, second));
    }

    [Fact]
    public void In_a_cell_nothing_is_put_off() => Assert.False(queue.Later(picture));

    private void Arrive(params Widget[] moved)
    {
        foreach (var widget in moved) queue.Arrived(widget.Id);
    }

    private IReadOnlyList<Widgets.Interactive> Handle(Widget moved, Widgets.Interactive? stale = null)
    {
        queue.Begin(moved.Id);
        Assert.True(queue.Later(stale ?? picture));
        return queue.Due();
    }
}
