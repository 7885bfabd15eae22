using System.CommandLine;
using Ivr.Bench;

// After Ctrl-C servers and PostgreSQL are stopped, and folders are tidied away.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
return await BenchCommand.Create().Parse(args).InvokeAsync(configuration);
