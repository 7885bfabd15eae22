using Ivr.Server.Voice.Settings;
using Ivr.StateMachine;
using Microsoft.Extensions.Configuration;

namespace Ivr.Tests.StateMachine;

/// <summary>The lines of the server's own configuration, and one more with a single language.</summary>
internal static class TestLines
{
    private const string SingleLanguage = "single language";

    /// <summary>The server's own appsettings.json.</summary>
    public static readonly IConfiguration Settings =
        new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();

    /// <summary>The two lines that workers dial.</summary>
    public static readonly Lines Configured = new(Settings);

    public static readonly Line Flanders = Configured.Named("flanders-brussels");
    public static readonly Line Wallonia = Configured.Named("wallonia");
    public static readonly Line OneLanguage = new(SingleLanguage, [Language.De]);

    /// <summary>The names of all three lines, as test cases.</summary>
    public static TheoryData<string> Names => [.. Configured.All.Select(line => line.Name), SingleLanguage];

    public static Line Named(string name) => name == SingleLanguage ? OneLanguage : Configured.Named(name);
}
