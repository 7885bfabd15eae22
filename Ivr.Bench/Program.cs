using System.CommandLine;
using Ivr.Bench;

// After Ctrl-C, there is time to stop the servers and PostgreSQL and to delete temporary folders.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
return await BenchCommand.Create().Parse(args).InvokeAsync(configuration);
