using System.CommandLine;
using Ivr.Server.Commands;
using Ivr.Server.Secured.Accounts;

var server = new RootCommand("Hours line, the service-voucher voice server: domestic workers record their hours by phone.")
{
    ServeCommand.Create(),
    MigrateCommand.Create(),
    ImportCommand.Create(),
    PurgeCommand.Create(),
    PartitionsCommand.Create(),
    ExportPersonCommand.Create(),
    ErasePersonCommand.Create(),
    StaticWordsCommand.Create(),
    ProvisionCommand.Create(),
    SecuredUserCommand.Create(SecuredRole.Company),
    SecuredUserCommand.Create(SecuredRole.Operator),
};
server.TreatUnmatchedTokensAsErrors = false;
server.SetAction(parsed => ServeCommand.RunAsync([.. parsed.UnmatchedTokens]));

// The host handles signals: it drains for longer than the two seconds after which System.CommandLine would end the process.
return await server.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = null });
