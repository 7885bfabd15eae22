using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Ivr.Server.Logins.Hashing;

namespace Ivr.Bench.Steps;

/// <summary>Measures the hash of a password on one core: alone, with seven others, and with the function of .NET.</summary>
public class HashBenchmarks
{
    private const int Iterations = 100_000;
    private const int Together = 8;

    private readonly KeyDeriver _deriver = new();
    private readonly byte[][] _passwords = [.. Enumerable.Range(0, Together).Select(_ => RandomNumberGenerator.GetBytes(44))];
    private readonly byte[][] _salts = [.. Enumerable.Range(0, Together).Select(_ => RandomNumberGenerator.GetBytes(16))];

    [Benchmark(Description = "hash of 100,000 iterations, Rfc2898DeriveBytes")]
    public byte[] InTheBox() => Rfc2898DeriveBytes.Pbkdf2(_passwords[0], _salts[0], Iterations, HashAlgorithmName.SHA512, 64);

    [Benchmark(Description = "hash, one alone")]
    public object One() => _deriver.DeriveKeys(_passwords.AsSpan(0, 1), _salts.AsSpan(0, 1), Iterations);

    /// <summary>Hashes eight passwords, as many at the same time as this processor has lanes for.</summary>
    [Benchmark(Description = "hash, each of eight together", OperationsPerInvoke = Together)]
    public object Eight()
    {
        byte[][]? last = null;
        for (var first = 0; first < Together; first += _deriver.MaxAtOnce)
            last = _deriver.DeriveKeys(_passwords.AsSpan(first, _deriver.MaxAtOnce), _salts.AsSpan(first, _deriver.MaxAtOnce), Iterations);
        return last!;
    }
}
