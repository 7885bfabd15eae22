using System.CommandLine;
using Ivr.Server.Commands;

var server = new RootCommand("The service-voucher voice server: domestic workers record their hours by phone.")
{
    ServeCommand.Create(),
    MigrateCommand.Create(),
    ImportCommand.Create(),
    PurgeCommand.Create(),
    ExportPersonCommand.Create(),
    ErasePersonCommand.Create(),
    StaticWordsCommand.Create(),
    ProvisionCommand.Create(),
};
server.TreatUnmatchedTokensAsErrors = false;
server.SetAction(parsed => ServeCommand.RunAsync([.. parsed.UnmatchedTokens]));

return await server.Parse(args).InvokeAsync();
