using System.Globalization;
using System.Text;
using System.Xml;

namespace Ivr.Caller.Replay.Reports;

/// <summary>Writes a report in JUnit's XML format, as CI systems read it: a suite for each topic, a case for each run.</summary>
internal static class JUnitReport
{
    /// <summary>The text for a run whose recorded prestations could not be checked.</summary>
    private const string Unchecked = "What must be on record (then) was not checked: there was no database to look into.";

    public static async Task WriteAsync(string path, PlayedReplay replay)
    {
        var settings = new XmlWriterSettings { Indent = true, Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        await using var xml = XmlWriter.Create(path, settings);
        await xml.WriteStartDocumentAsync();
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "replay");
        WriteTally(xml, replay.Runs, replay.Took);
        foreach (var topic in replay.Runs.GroupBy(run => run.Planned.Topic))
            WriteSuite(xml, topic.Key, [.. topic], replay.Began);
        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    private static void WriteSuite(XmlWriter xml, string topic, IReadOnlyList<PlayedRun> runs, DateTimeOffset began)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", topic);
        WriteTally(xml, runs, TimeSpan.FromTicks(runs.Sum(run => run.Took.Ticks)));
        xml.WriteAttributeString("timestamp", began.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        foreach (var run in runs)
            WriteCase(xml, run);
        xml.WriteEndElement();
    }

    private static void WriteTally(XmlWriter xml, IReadOnlyList<PlayedRun> runs, TimeSpan took)
    {
        var tally = ReplayTally.Of(runs);
        xml.WriteAttributeString("tests", Number(tally.Runs));
        xml.WriteAttributeString("failures", Number(tally.Failed));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", Number(tally.Skipped));
        xml.WriteAttributeString("time", Seconds(took));
    }

    private static void WriteCase(XmlWriter xml, PlayedRun run)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Clean(run.Name));
        xml.WriteAttributeString("classname", run.Planned.Topic);
        xml.WriteAttributeString("file", run.Planned.File.Name);
        xml.WriteAttributeString("time", Seconds(run.Took));
        if (run.Result.Skipped is { } reason)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Clean(reason));
            xml.WriteEndElement();
        }

        if (run.Result.Failure is { } failure)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Clean(failure[..failure.IndexOf('\n', StringComparison.Ordinal)]));
            xml.WriteAttributeString("type", "failure");
            xml.WriteString(Clean(failure));
            xml.WriteEndElement();
        }

        if (run.Result.IsRecordUnchecked)
            xml.WriteElementString("system-out", Unchecked);
        xml.WriteEndElement();
    }

    // A server's response can contain characters that XML does not allow.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes()
        .Select(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
