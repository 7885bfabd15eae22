using System.CommandLine;
using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Development;

namespace Ivr.Server.Commands;

/// <summary>Command <c>serve</c>: runs the server that answers calls.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        // Unmatched arguments are configuration: --Urls, --ConnectionStrings:Ivr ...
        var command = new Command("serve", "Answers calls (the default).") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(parsed => RunAsync([.. parsed.UnmatchedTokens]));
        return command;
    }

    public static Task<int> RunAsync(string[] args) => Failures.RunAndReportAsync(async () =>
    {
        Settings.RefuseStray(args);
        var builder = VoiceServer.CreateBuilder(args);
        ServiceManager.Add(builder.Services);
        await (DevelopmentServer.IsWanted(builder) ? DevelopmentServer.RunAsync(builder, VoiceServer.Build) : ServeAsync(builder));
    });

    private static async Task ServeAsync(WebApplicationBuilder builder)
    {
        await using var server = VoiceServer.Build(builder);
        await server.Services.GetRequiredService<ConnectionStart>().CheckAsync();
        await server.StartOrStopAsync();
        await server.WaitForShutdownAsync();
    }
}
