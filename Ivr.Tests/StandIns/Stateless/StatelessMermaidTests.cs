using Stateless;
using Stateless.Graph;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessMermaidTests
{
    private readonly StateMachine<Place, Cue> _machine = Machine.In(A);

    [Fact]
    public void A_machine_without_configuration_is_its_first_state() =>
        Draws("stateDiagram-v2", "[*] --> A");

    [Fact]
    public void Each_transition_is_an_arrow_in_the_order_of_configuration()
    {
        _machine.Configure(A).Permit(Y, C).Permit(X, B);
        _machine.Configure(B).Permit(X, A);

        Draws(
            "stateDiagram-v2",
            "\tA --> C : Y",
            "\tA --> B : X",
            "\tB --> A : X",
            "[*] --> A");
    }

    [Fact]
    public void Guards_stand_in_brackets_and_what_every_entry_does_is_not_told()
    {
        _machine.Configure(A)
            .PermitIf(X, B, () => true, "open")
            .PermitIf(Y, B, () => true);
        _machine.Configure(B).OnEntry(_ => { }, "always");

        Draws(
            "stateDiagram-v2",
            "\tA --> B : X [open]",
            "\tA --> B : Y [Function]",
            "[*] --> A");
    }

    [Fact]
    public void Ignored_and_reentering_triggers_are_loops_and_reentry_shows_its_entry_actions()
    {
        _machine.Configure(A)
            .OnEntry(_ => { }, "greet")
            .OnEntry(_ => { })
            .Ignore(X)
            .PermitReentry(Y)
            .PermitReentryIf(Z, () => true, "again");

        Draws(
            "stateDiagram-v2",
            "\tA --> A : Y / greet, Function",
            "\tA --> A : Z / greet, Function [again]",
            "\tA --> A : X",
            "[*] --> A");
    }

    [Fact]
    public void A_superstate_is_a_block_and_a_nested_one_has_its_own_block()
    {
        _machine.Configure(A).Permit(X, C);
        _machine.Configure(C).SubstateOf(B);
        _machine.Configure(B).SubstateOf(D);

        Draws(
            "stateDiagram-v2",
            "\tstate D {",
            "\t\tB",
            "\t}",
            "\tstate B {",
            "\t\tC",
            "\t}",
            "\tA --> C : X",
            "[*] --> A");
    }

    [Theory]
    [InlineData(MermaidGraphDirection.LeftToRight, "LR")]
    [InlineData(MermaidGraphDirection.RightToLeft, "RL")]
    [InlineData(MermaidGraphDirection.TopToBottom, "TB")]
    [InlineData(MermaidGraphDirection.BottomToTop, "BT")]
    public void The_direction_is_written_when_it_is_given(MermaidGraphDirection direction, string letters) =>
        Assert.Equal(
            Lines("stateDiagram-v2", $"\tdirection {letters}", "[*] --> A"),
            MermaidGraph.Format(_machine.GetInfo(), direction));

    [Fact]
    public void Names_that_Mermaid_cannot_read_get_an_alias()
    {
        var machine = Machine.In<string, string>("main menu");
        machine.Configure("main menu").Permit("key 1", "call-back").Permit("key 2", "callback");

        Assert.Equal(
            Lines(
                "stateDiagram-v2",
                "\tmainmenu : main menu",
                "\tcallback_1 : call-back",
                "\tmainmenu --> callback_1 : key 1",
                "\tmainmenu --> callback : key 2",
                "[*] --> mainmenu"),
            MermaidGraph.Format(machine.GetInfo()));
    }

    private static string Lines(params string[] lines) => string.Join(Environment.NewLine, lines);

    private void Draws(params string[] lines) => Assert.Equal(Lines(lines), MermaidGraph.Format(_machine.GetInfo()));
}
