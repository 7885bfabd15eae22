namespace Ivr.Tests.Host;

/// <summary>
/// The companies, workers and clients of every test database, in files that can be imported anywhere. All are fictitious. The check digits
/// are right.
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
    /// <summary>The telephone of the client in Flanders.</summary>
    public const string PhoneInFlanders = "+3225550001";

    public const string InBrussels = "100000000236";
    public const string InWallonia = "100000000337";
    public const string NoLongerActive = "100000000438";

    /// <summary>A number with right check digits that belongs to no client.</summary>
    public const string NotKnown = "100000000539";

    /// <summary>The number of the client in Flanders with two digits swapped, so the check digits are wrong.</summary>
    public const string Mistyped = "100000001035";

    public const string FlandersLandline = "+3280035530";
    public const string FlandersMobile = "+3225475497";
    public const string Wallonia = "+3280035180";

    public static string Folder => Repository.In("Ivr.Tests", "CallScripts", "people");

    private static string Read(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.csv")).TrimEnd('\n');
}

/// <summary>A worker with the login and password that the approved company registered.</summary>
internal sealed record Worker(string Login, string Password)
{
    /// <summary>The keys for login and password.</summary>
    public string Keys => $"{Login}#{Password}#";
}
