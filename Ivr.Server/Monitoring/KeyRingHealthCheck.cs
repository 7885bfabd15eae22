using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Checks that the state of calls can be sealed. It can after the keys were read once; they stay available while PostgreSQL is not.
/// </summary>
internal sealed class KeyRingHealthCheck(IDataProtectionProvider protection) : IHealthCheck
{
    private static readonly byte[] Nothing = [0];

    private readonly IDataProtector _protector = protection.CreateProtector(nameof(KeyRingHealthCheck));

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            _protector.Protect(Nothing);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (CryptographicException e)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("There are no keys yet to seal the state of calls with.", e));
        }
    }
}
