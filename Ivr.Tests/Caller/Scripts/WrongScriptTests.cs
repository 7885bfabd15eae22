using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Tests.Caller.Scripts;

/// <summary>A wrong script is rejected with file, line, column and a suggestion of what was meant.</summary>
public class WrongScriptTests
{
    private const string Start = "title: Wrong\ndial: \"+3280035530\"\n";

    [Theory]
    [InlineData("stepps:\n- silence\n", 3, 1, "There is no key \"stepps\" here. Did you mean \"steps\"?")]
    [InlineData("steps:\n- pres: 1\n", 4, 3, "\"pres\" is no step. Did you mean \"press\"?")]
    [InlineData("steps:\n- sing\n", 4, 3, "A step is hear, not heard, state, press, interrupt,")]
    [InlineData("steps:\n- press: 1\n  tims: 3\n", 5, 3, "Did you mean \"times\"?")]
    [InlineData("steps:\n- press: 12a\n", 4, 10, "\"press\" is \"12a\". It must be keys of a telephone")]
    [InlineData("steps:\n- press: 1\n  times: often\n", 5, 10, "It must be a number from 1 to 1000.")]
    [InlineData("steps:\n- press: 1\n  times: 0\n", 5, 10, "It must be a number from 1 to 1000.")]
    [InlineData("steps:\n- press: 2 ##5\n", 4, 10, "A # after a space begins a comment")]
    [InlineData("steps:\n- press: #\n", 4, 9, "A # after a space begins a comment")]
    [InlineData("steps:\n- press\n", 4, 3, "\"press\" needs a value: \"- press: ...\".")]
    [InlineData("steps:\n- hang up: now\n", 4, 3, "\"hang up\" takes no value: write \"- hang up\".")]
    [InlineData("steps:\n- hear: Klant: 3 uur\n", 4, 14, "Put words with a colon in them in quotes.")]
    [InlineData("steps:\n- hear: Welkom\n  in: dutch\n", 5, 7, "It must be nl, fr, de or en.")]
    [InlineData("steps:\n- wait: soon\n", 4, 9, "It must be a time: 10 s, 2 min, 3 h or 1 day.")]
    [InlineData("steps:\n- fail: requests\n", 4, 9, "It must be request or answer. Did you mean \"request\"?")]
    [InlineData("steps: silence\n", 3, 8, "\"steps\" is \"silence\". It must be a list")]
    [InlineData("ends: hung up\n", 3, 7, "It must be caller hung up, caller gave up, server hung up,")]
    [InlineData("at most: {second: 3}\n", 3, 11, "Did you mean \"seconds\"?")]
    [InlineData("at most: 90\n", 3, 10, "\"at most\" is \"90\". It must be keys and values.")]
    [InlineData("moment: tomorrow\n", 3, 9, "It must be a moment in Brussels: 2026-03-12 15:30")]
    [InlineData("moment: 0001-01-01 00:00\n", 3, 9, "It must be a moment in Brussels")]
    [InlineData("moment: 2026-02-30 12:00\n", 3, 9, "It must be a moment in Brussels")]
    [InlineData("moment: 2026-03-29 02:30\n", 3, 9, "when they go forward an hour is left out")]
    [InlineData("moment: 2026-10-25 02:30\n", 3, 9, "also \"summer time\" or \"winter time\"")]
    [InlineData("data:\n  workers:\n  - {login: \"980000000011\"}\n", 5, 5, "The key \"password\" is missing.")]
    [InlineData("data:\n  clients:\n  - {user_number: 12345, region: flanders}\n", 5, 19, "It must be 12 digits.")]
    [InlineData("then:\n  prestations:\n  - {hours: 10}\n", 5, 13, "It must be a number from 1 to 9.")]
    [InlineData("then:\n  prestations:\n  - {minutes: 10}\n", 5, 6, "There is no key \"minutes\" here.")]
    [InlineData("then: {}\n", 3, 7, "The key \"prestations\" is missing.")]
    [InlineData("dial: \"+3280035180\"\n", 3, 1, "uplicate")]
    [InlineData("calls:\n- dial: \"+3280035180\"\n", 1, 1, "With \"calls\", the keys of a call stand in one of the calls")]
    [InlineData("gives up: true\nsteps:\n- silence\n", 1, 1, "leave \"steps\" out")]
    [InlineData("examples:\n- {name: x}\nsteps:\n- hear: <nmae>\n", 6, 9, "The examples have no column <nmae>. Did you mean \"name\"?")]
    [InlineData("examples:\n- {name: x}\n", 4, 1, "Nothing in the script uses <name>.")]
    [InlineData("examples: many\n", 3, 11, "Examples are a list of rows")]
    [InlineData("steps: &all\n- *all\n", 4, 3, "a * begins an alias, and scripts have none")]
    [InlineData("steps:\n- press: *a\n", 4, 10, "Put keys that begin with * in quotes.")]
    public void It_is_told_where_and_what_was_meant(string rest, int line, int column, string message)
    {
        var refused = Assert.Throws<ScriptErrorException>(() => ScriptFile.Parse("folder/wrong.yaml", Start + rest));

        Assert.Contains($"folder/wrong.yaml:{line}:{column}: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_in_lists_without_end_are_refused() => AssertRefused($"steps: {new string('[', 20_000)}", "too many lists");

    [Fact]
    public void Tables_that_make_too_many_rows_are_refused() => AssertRefused(
        $"examples:\n{string.Concat("abcdefgh".Select(table => $"  {table}:\n{string.Concat(Enumerable.Repeat($"  - {{{table}: x}}\n", 20))}"))}",
        "These tables make more than 10000 rows together.");

    [Fact]
    public void Keys_without_end_are_refused_at_once() =>
        AssertRefused($"steps:\n- press: \"{string.Concat(Enumerable.Repeat("1 ", 100_000))}x\"\n", "1 1 ...\". It must be keys of a telephone");

    private static void AssertRefused(string rest, string message) => Assert.Contains(
        message, Assert.Throws<ScriptErrorException>(() => ScriptFile.Parse("wrong.yaml", Start + rest)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "A script is one document of keys and values")]
    [InlineData("- a list\n", "A script is one document of keys and values")]
    [InlineData("dial: \"+3280035530\"\n", "The key \"title\" is missing.")]
    [InlineData("title: No call\n", "A call needs \"dial\"")]
    [InlineData("title: No call\ncalls: none\n", "\"calls\" has no call.")]
    [InlineData("title: Not closed\ndial: \"+32\n", "This is not YAML")]
    public void A_script_that_is_none_is_told_so(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ScriptErrorException>(() => ScriptFile.Parse("wrong.yaml", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void All_errors_are_told_at_once()
    {
        var refused = Assert.Throws<ScriptErrorException>(() => ScriptFile.Parse("wrong.yaml", Start + "ends: well\nsteps:\n- prss: 1\n- hear: x\n  im: nl\n"));

        Assert.Equal([(3, 7), (5, 3), (7, 3)], refused.Errors.Select(error => (error.At.Line, error.At.Column)));
    }
}
