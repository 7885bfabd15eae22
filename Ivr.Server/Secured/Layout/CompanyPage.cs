using Ivr.Server.Secured.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ivr.Server.Secured.Layout;

/// <summary>A page of a company: only its users may see it, and it shows only its rows.</summary>
[Authorize(Policy = SecuredScheme.CompanyPolicy)]
internal abstract class CompanyPage : PageModel
{
    /// <summary>The user who requests the page.</summary>
    public SecuredUser Viewer => SecuredUser.Of(User)!;

    /// <summary>The company whose rows are shown.</summary>
    public long CompanyId => Viewer.CompanyId!.Value;
}
