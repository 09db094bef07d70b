using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HnCe.Pages.Hosting;

/// <summary>Security headers of every answer: a strict content security policy without inline script or style.</summary>
public static class SecurityHeaders
{
    /// <summary>Policy of files that our own pages show in a frame (proofs as PDF): <c>.WithSecurityHeadersPolicy(SecurityHeaders.OwnFrame)</c>.</summary>
    public const string OwnFrame = "OwnFrame";

    /// <summary>Policy of the playground, whose editor adds style elements with the nonce of the answer and reads its files by a base address.</summary>
    public const string Playground = "Playground";

    public static IServiceCollection AddHnCeSecurityHeaders(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(policy => Strict(policy, content => Restrict(content, ownFrame: false)))
            .AddPolicy(OwnFrame, policy => Strict(policy, content => Restrict(content, ownFrame: true)).AddFrameOptionsSameOrigin())
            .AddPolicy(Playground, policy => Strict(policy, RestrictPlayground));
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        return services;
    }

    public static IApplicationBuilder UseHnCeSecurityHeaders(this IApplicationBuilder app) => app.UseSecurityHeaders();

    private static HeaderPolicyCollection Strict(HeaderPolicyCollection policy, Action<CspBuilder> content) => policy
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
        .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
        .AddCustomHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
        .AddContentSecurityPolicy(content)
        .AddFrameOptionsDeny();

    private static void RestrictPlayground(CspBuilder content)
    {
        content.AddDefaultSrc().None();
        content.AddScriptSrc().Self();
        content.AddWorkerSrc().Self();
        content.AddStyleSrc().Self().WithNonce();
        content.AddImgSrc().Self().Data();
        content.AddConnectSrc().Self();
        content.AddFontSrc().Self();
        content.AddFormAction().None();
        content.AddBaseUri().Self();
        content.AddFrameAncestors().None();
    }

    private static void Restrict(CspBuilder content, bool ownFrame)
    {
        content.AddDefaultSrc().None();
        content.AddScriptSrc().Self();
        content.AddStyleSrc().Self();
        content.AddImgSrc().Self().Data();
        content.AddConnectSrc().Self();
        content.AddFontSrc().Self();
        content.AddFormAction().Self();
        content.AddBaseUri().None();
        content.AddObjectSrc().Self();
        content.AddFrameSrc().Self();
        if (ownFrame)
        {
            content.AddFrameAncestors().Self();
        }
        else
        {
            content.AddFrameAncestors().None();
        }
    }
}
