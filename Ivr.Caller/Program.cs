using Ivr.Caller.Commands;

return await CommandLine.RunAsync(args, Terminal.Real());
