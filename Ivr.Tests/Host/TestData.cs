namespace Ivr.Tests.Host;

/// <summary>
/// The companies, workers and clients that every test database holds, in files that can be imported anywhere. All are made up; the check
/// digits are right.
/// </summary>
internal static class TestData
{
    public static readonly string Companies = Read("companies");
    public static readonly string Workers = Read("workers");
    public static readonly string Clients = Read("clients");

    public static readonly Worker Nl = new("980000000011", "47110");
    public static readonly Worker Fr = new("980000000022", "47220");
    public static readonly Worker De = new("980000000033", "47330");
    public static readonly Worker En = new("980000000044", "47440");
    public static readonly Worker Inactive = new("980000000055", "47550");
    public static readonly Worker AppBlocked = new("980000000066", "47660");

    public const string InFlanders = "100000000135";
    public const string InBrussels = "100000000236";
    public const string InWallonia = "100000000337";
    public const string NoLongerActive = "100000000438";

    /// <summary>Right check digits, but nobody's number.</summary>
    public const string NotKnown = "100000000539";

    /// <summary>The client in Flanders with two digits swapped, so that the check digits are wrong.</summary>
    public const string Mistyped = "100000001035";

    public const string FlandersLandline = "+3280035530";
    public const string FlandersMobile = "+3225475497";
    public const string Wallonia = "+3280035180";

    /// <summary>Where the files are.</summary>
    public static string Folder => Repository.In("Ivr.Tests", "CallScripts", "people");

    private static string Read(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.csv")).TrimEnd('\n');
}

/// <summary>A worker, as the approved company introduced them to the line.</summary>
internal sealed record Worker(string Login, string Password)
{
    /// <summary>The keys for login and password.</summary>
    public string Keys => $"{Login}#{Password}#";
}
