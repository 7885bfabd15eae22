using Ivr.Server.Database;
using Ivr.Server.Embedded;

namespace Ivr.Server.Commands;

/// <summary>Where a command's configuration comes from when it is not given: in Development, the embedded database's folder.</summary>
internal static class Settings
{
    /// <summary>True when a database is configured.</summary>
    public static bool HasConnectionString(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration.GetConnectionString(DatabaseServices.ConnectionName));

    /// <summary>Fills in what is not configured from the folder.</summary>
    public static void FillIn(ConfigurationManager configuration, DataFolder folder) =>
        configuration.AddInMemoryCollection(folder.AsConfiguration().Where(setting => string.IsNullOrEmpty(configuration[setting.Key])).ToList());

    /// <summary>The configuration of a command that works on a database which is there already.</summary>
    public static IConfiguration ForCommand()
    {
        var builder = VoiceServer.CreateBuilder([]);
        if (builder.Environment.IsDevelopment() && !HasConnectionString(builder.Configuration))
            FillIn(builder.Configuration, DataFolder.Here());
        return builder.Configuration;
    }
}
