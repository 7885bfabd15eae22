using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Tests.Caller.Scripts;

public class ScriptReadingTests
{
    [Theory]
    [InlineData("0012")]
    [InlineData("980000000011#")]
    [InlineData("'2 ##5'")]
    public void Keys_are_text_whatever_number_YAML_would_make_of_them(string keys)
    {
        var text = $"title: Keys\ndial: +3280035530\nsteps:\n- press: {keys}\n";

        var script = Assert.Single(ScriptFile.Parse("keys.yaml", text).Runs).Script;
        Assert.Equal("+3280035530", script.Dial);
        Assert.Equal(keys.Trim('\''), Assert.IsType<PressStep>(Assert.Single(script.Steps!)).Press);
    }

    [Theory]
    [InlineData("2026-03-12 15:30", "2026-03-12T15:30:00+01:00")]
    [InlineData("2026-07-12 15:30:20", "2026-07-12T15:30:20+02:00")]
    [InlineData("2026-10-25 02:30 summer time", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-25 02:30 winter time", "2026-10-25T02:30:00+01:00")]
    public void A_moment_is_one_in_Brussels(string written, string moment) =>
        Assert.Equal(
            DateTimeOffset.Parse(moment),
            ScriptFile.Parse("moment.yaml", $"title: Moment\ndial: +3280035530\nmoment: {written}\n").Runs[0].Script.Moment);

    [Theory]
    [InlineData("2026-03-12 15:30:00", "2026-03-12T14:30:00Z")]
    [InlineData("2026-07-12 15:30:20", "2026-07-12T13:30:20Z")]
    [InlineData("2026-10-25 02:30:00 summer time", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25 02:30:00 winter time", "2026-10-25T01:30:00Z")]
    public void A_moment_is_written_as_it_is_read(string written, string moment) =>
        Assert.Equal(written, BrusselsMoment.WriteToTheSecond(DateTimeOffset.Parse(moment)));

    [Fact]
    public void Each_row_of_a_table_goes_with_each_row_of_the_others()
    {
        const string text = """
            title: Tables
            examples:
              lines: [{dial: "+3280035530"}, {dial: "+3280035180"}]
              languages: [{keys: 1}, {keys: 2}, {keys: 3}]
            dial: <dial>
            steps:
            - press: <keys>#
            """;

        var runs = ScriptFile.Parse("tables.yaml", text).Runs;

        Assert.Equal(
            ["+3280035530 1#", "+3280035530 2#", "+3280035530 3#", "+3280035180 1#", "+3280035180 2#", "+3280035180 3#"],
            runs.Select(run => $"{run.Script.Dial} {((PressStep)run.Script.Steps![0]).Press}"));
        Assert.Equal("dial: +3280035530, keys: 1", runs[0].Example);
    }
}
