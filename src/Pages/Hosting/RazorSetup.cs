using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace HnCe.Pages.Hosting;

/// <summary>Razor pages as HnCe uses them: pages by feature, Chinese messages, readable source.</summary>
public static class RazorSetup
{
    /// <summary>Carries what an action has to say across its redirect (<c>TempData["Told"]</c>).</summary>
    public const string ToldCookie = "told";

    public static IServiceCollection AddHnCePages(this IServiceCollection services)
    {
        // The pages lie by feature directly under src/Pages (Declarations/Review.cshtml), not in a second folder "Pages".
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            options.Conventions.Add(new PageRouteTransformerConvention(new Lowercase()));
        });
        services.AddOptions<RazorPagesOptions>().Configure<IHostEnvironment>(HideWorkshop);
        services.Configure<MvcOptions>(SpeakChinese);

        // Default encoding writes each Chinese character as a number; markup characters stay encoded either way.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = ToldCookie);
        services.AddOptions<SiteOptions>().BindConfiguration("Site");
        services.AddSingleton<KnownPages>();
        services.TryAddScoped<IFrameData, VisitorFrame>();
        return services;
    }

    // The pages that show every piece are for development; elsewhere they have no route at all.
    private static void HideWorkshop(RazorPagesOptions options, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            options.Conventions.AddFolderRouteModelConvention("/Pieces", page => page.Selectors.Clear());
        }
    }

    private static void SpeakChinese(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueIsInvalidAccessor(_ => "录入的内容不正确");
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => "录入的内容不正确");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "录入的内容不正确");
        messages.SetUnknownValueIsInvalidAccessor(_ => "录入的内容不正确");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "录入的内容不正确");
        messages.SetValueMustBeANumberAccessor(_ => "请录入数字");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请录入数字");
        messages.SetValueMustNotBeNullAccessor(_ => "此项为必填项");
        messages.SetMissingBindRequiredValueAccessor(_ => "此项为必填项");
        messages.SetMissingKeyOrValueAccessor(() => "此项为必填项");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到内容");

        // A missing answer is refused by the graph in the manual's words, not by the binder.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }

    // Only the names of folders and pages; RouteOptions.LowercaseUrls would fold the ids in an address as well.
    private sealed class Lowercase : IOutboundParameterTransformer
    {
        public string? TransformOutbound(object? value) => value?.ToString()?.ToLowerInvariant();
    }
}
