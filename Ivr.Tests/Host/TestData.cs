namespace Ivr.Tests.Host;

/// <summary>The companies, workers and clients that every test database holds. All are made up; the check digits are right.</summary>
public static class TestData
{
    public const string Companies = """
        company_code,name
        ALFA,Alfa
        BETA,Béta & Söhne
        """;

    public const string Workers = """
        login,password,company_code,name,language,active,app_blocked
        980000000011,47110,ALFA,Worker nl,nl,true,false
        980000000022,47220,ALFA,Worker fr,fr,true,false
        980000000033,47330,BETA,Worker de,de,true,false
        980000000044,47440,BETA,Worker en,en,true,false
        980000000055,47550,ALFA,Worker inactive,nl,false,false
        980000000066,47660,BETA,Worker blocked in the app,nl,true,true
        """;

    public const string Clients = """
        user_number,name,region,phone,language,active
        100000000135,Client in Flanders,flanders,+3225550001,nl,true
        100000000236,Client in Brussels,brussels,,fr,true
        100000000337,Client in Wallonia,wallonia,+3281550003,fr,true
        100000000438,Client no more,flanders,,nl,false
        """;

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
}

/// <summary>A worker, as the approved company introduced them to the line.</summary>
public sealed record Worker(string Login, string Password)
{
    /// <summary>The keys for login and password.</summary>
    public string Keys => $"{Login}#{Password}#";
}
