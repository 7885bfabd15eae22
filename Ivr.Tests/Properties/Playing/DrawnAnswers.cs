using Ivr.Tests.Host;
using Ivr.Tests.Properties.Plans;

namespace Ivr.Tests.Properties.Playing;

/// <summary>The keys for an act at a question.</summary>
internal static class DrawnAnswers
{
    private static readonly string[] Clients = [TestData.InFlanders, TestData.InBrussels, TestData.InWallonia];

    /// <summary>The answer that the question asks for.</summary>
    public static string Right(string state, Job job) => state switch
    {
        "Login" => $"{job.Worker.Login}#",
        "Password" => $"{job.Worker.Password}#",
        "UserNumber" => job.UserNumber,
        "Activity" => $"{job.Activity}",
        "Hours" => $"{job.Hours}",
        _ => "1",
    };

    /// <summary>Another valid answer.</summary>
    public static string Other(string state, Job job, int choice) => state switch
    {
        "Login" => $"{1 + choice % 4}#",
        "Password" => choice % 3 == 0 ? "*#" : $"{job.Worker.Password}#",
        // Without an offer, 1# is no answer, and short numbers are none before they are told.
        "UserNumber" => Pick([.. Clients, "1#", "10#", "11#"], choice),
        "Activity" => $"{1 + choice % 4}",
        "Hours" => $"{1 + choice % 9}",
        "MainMenu" => $"{1 + choice % 3}",
        "Recorded" => Pick(["4", "9"], choice),
        _ => "2",
    };

    /// <summary>Keys that people press by mistake.</summary>
    public static string Wrong(string state, Job job, int choice) => Pick(
        state switch
        {
            "Login" => [$"{TestData.De.Login}#", "123#", "#", "980000000099#", "*0#", $"{TestData.Inactive.Login}#", $"{job.Worker.Login[..1]}{job.Worker.Login}#"],
            "Password" => ["00000#", "12#", $"{TestData.Fr.Password}#", "47119#", $"{job.Worker.Login}#", $"{job.Worker.Password[..1]}{job.Worker.Password}#"],
            "UserNumber" =>
            [
                TestData.Mistyped, TestData.NotKnown, TestData.NoLongerActive, job.Worker.Login,
                "12#", $"{job.UserNumber[..11]}#", $"{job.UserNumber}#", job.UserNumber.Insert(10, job.UserNumber[9..10]), $"55*{job.UserNumber}", "4#", "9#", "8#",
            ],
            "Activity" => ["#", "5", "*", "9"],
            "Hours" => ["*", "#"],
            "Summary" => ["2", "3", "2", "#", "*"],
            "MainMenu" => ["4", "#", "*", "9"],
            "Undo" => ["2", "3", "#", "*"],
        _ => ["2", "*", "0", "#"],
        },
        choice);

    /// <summary>The keys that ask for help.</summary>
    public static string Help(string state) => state is "Login" or "Password" or "UserNumber" ? "0#" : "0";

    private static string Pick(string[] keys, int choice) => keys[choice % keys.Length];
}
