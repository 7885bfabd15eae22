using System.Diagnostics;
using Ivr.Bench.Reports;

namespace Ivr.Tests.Documentation.Benchmarks;

/// <summary>Each report of measurements describes the machine that they were made on.</summary>
public sealed class MachineTests
{
    [Theory]
    [InlineData("tmpfs", true)]
    [InlineData("ramfs", true)]
    [InlineData("ext4", false)]
    public void Data_in_memory_are_no_secret(string fileSystem, bool isInMemory)
    {
        var told = new MeasuredMachine("Processor", 2, 8, "Software", fileSystem, BusyBefore: 0).Describe();

        Assert.Contains(fileSystem, told, StringComparison.Ordinal);
        Assert.Equal(isInMemory, told.Contains("**", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_system_is_that_of_the_temporary_files()
    {
        using var df = Process.Start(new ProcessStartInfo("df", ["--output=fstype", Path.GetTempPath()]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var told = (await df.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim().Split('\n')[^1];

        Assert.Equal(told, (await MeasuredMachine.LookAsync(TestContext.Current.CancellationToken)).FileSystem);
    }
}
