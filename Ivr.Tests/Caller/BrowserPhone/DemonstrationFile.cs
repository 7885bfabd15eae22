using System.Text.Json;
using Ivr.Server.Development;
using Ivr.StateMachine;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>Makes the demonstration file that a server with its own database writes for the phone.</summary>
internal static class DemonstrationFile
{
    /// <summary>Returns the text of the file, with <see cref="TestData"/>.</summary>
    public static string OfTestData() => JsonSerializer.Serialize(
        new
        {
            Numbers = new[] { TestData.FlandersLandline, TestData.FlandersMobile, TestData.Wallonia }
                .Select(number => new { Number = number, Line = number == TestData.Wallonia ? "wallonia" : "flanders-brussels" }),
            Logins = new[] { (TestData.Nl, "nl"), (TestData.Fr, "fr"), (TestData.De, "de"), (TestData.En, "en") }
                .Select(worker => new { worker.Item1.Login, worker.Item1.Password, Language = worker.Item2 }),
            UserNumbers = new[] { (TestData.InFlanders, "flanders"), (TestData.InBrussels, "brussels"), (TestData.InWallonia, "wallonia") }
                .Select(client => new { UserNumber = client.Item1, Region = client.Item2 }),
            AsksUserNumber = nameof(CallState.UserNumber),
            Answers = DemonstrationAnswers.All.Select(state => new { State = state.Key.ToString(), Keys = state.Value }),
            Pages = new[] { new { Name = "Company", Url = "http://localhost:5080/company" } },
        },
        JsonSerializerOptions.Web);
}
