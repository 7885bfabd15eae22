using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ivr.Server.Monitoring;

/// <summary>Whether the state of calls can be sealed: keys were read once, and stay while PostgreSQL is away.</summary>
internal sealed class KeyRingHealthCheck(IDataProtectionProvider protection) : IHealthCheck
{
    private static readonly byte[] Nothing = [0];

    private readonly IDataProtector _protector = protection.CreateProtector(nameof(KeyRingHealthCheck));

    /// <inheritdoc/>
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
