using System.CommandLine;
using Ivr.Server.Commands.Provisioning;
using Ivr.Server.Configuration;
using Ivr.Server.Voice.Settings;

namespace Ivr.Server.Commands;

/// <summary>Command <c>provision [--apply]</c>: compares the settings of the lines' numbers at Twilio with the required settings.</summary>
internal static class ProvisionCommand
{
    public static Command Create()
    {
        var apply = new Option<bool>("--apply") { Description = "Changes what differs." };
        var command = new Command("provision", "Shows how the lines' numbers at Twilio differ from what they should do.") { apply };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Failures.RunAndReportAsync(async () =>
        {
            Settings.RefuseStray(parsed.UnmatchedTokens);
            var configuration = VoiceServer.CreateBuilder([.. parsed.UnmatchedTokens]).Configuration;
            var settings = configuration.GetChecked(TwilioSettings.Section, new EncryptedApi(Settings.EnvironmentOf(configuration)));
            return await new Provisioner(settings, new Lines(configuration), OperatorConsole.Console).RunAsync(parsed.GetValue(apply));
        }));
        return command;
    }
}
