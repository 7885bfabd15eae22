using Ivr.Caller.Commands;
using Ivr.Caller.Commands.Common;

return await CommandLine.RunAsync(args, Terminal.Real());
