using HnCe.Domain.Access;
using HnCe.Graph.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Hosting;

/// <summary>
/// Which page takes which permission. Every page is closed to visitors unless it is listed as public, so a forgotten one is closed, not open.
/// The graph checks each field again; these policies only spare a person a page that would be empty.
/// </summary>
public static class PagePolicies
{
    private static readonly string[] Public =
    [
        "/Index", "/Error", "/Status", "/Elder", "/Accounts/Register", "/Accounts/Registered", "/Accounts/Notice", "/Accounts/SignOut",
        "/Organizations/PickEmployer", "/Organizations/PickDepartment", "/ReferenceData/PickMajor", "/Certificates/Verify",
    ];

    private static readonly Dictionary<string, Permission> Needed = new()
    {
        ["/Home/Index"] = Permission.UseOwnAccount,
        ["/Notifications/Index"] = Permission.UseOwnAccount,
        ["/Accounts/Review"] = Permission.ReviewRegistrations,
        ["/Accounts/ReviewDetail"] = Permission.ReviewRegistrations,
        ["/Accounts/ReviewConfirm"] = Permission.ReviewRegistrations,
        ["/Accounts/Professionals"] = Permission.ManageProfessionals,
        ["/Declarations/Mine"] = Permission.Declare,
        ["/Declarations/Declare"] = Permission.Declare,
        ["/Declarations/Withdraw"] = Permission.Declare,
        ["/Declarations/Detail"] = Permission.ViewDeclarations,
        ["/Declarations/Forward"] = Permission.ForwardDeclarations,
        ["/Declarations/RegisterOnBehalf"] = Permission.ForwardDeclarations,
        ["/Declarations/Unit"] = Permission.ForwardDeclarations,
        ["/Declarations/Review"] = Permission.ReviewDeclarations,
        ["/Declarations/ReviewConfirm"] = Permission.ReviewDeclarations,
        ["/Declarations/ReviewEmployer"] = Permission.ReviewDeclarations,
        ["/Declarations/ReviewItem"] = Permission.ReviewDeclarations,
        ["/Credits/Mine"] = Permission.Declare,
        ["/Credits/People"] = Permission.ViewYearCompletions,
        ["/Credits/Person"] = Permission.ViewYearCompletions,
        ["/Certificates/Print"] = Permission.IssueCertificates,
        ["/Training/Subjects"] = Permission.KeepSubjects,
        ["/Training/Subject"] = Permission.KeepSubjects,
        ["/Training/Plans"] = Permission.ConductTraining,
        ["/Training/Plan"] = Permission.ConductTraining,
        ["/Training/PlanDetail"] = Permission.ConductTraining,
        ["/Training/DeletePlans"] = Permission.ConductTraining,
        ["/Training/ReviewPlans"] = Permission.ReviewTraining,
        ["/Training/ReviewPlan"] = Permission.ReviewTraining,
        ["/Training/ReviewPlansConfirm"] = Permission.ReviewTraining,
    };

    public static IServiceCollection AddHnCePolicies(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            authorization.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionNeeded(permission)));
        }

        // After all: the framework's own setup starts the conventions afresh, and what was added before it would be lost.
        services.AddOptions<RazorPagesOptions>().PostConfigure<IHostEnvironment>((options, environment) =>
        {
            options.Conventions.AuthorizeFolder("/");
            foreach (var page in Public)
            {
                options.Conventions.AllowAnonymousToPage(page);
            }

            foreach (var (page, permission) in Needed)
            {
                options.Conventions.AuthorizePage(page, permission.ToString());
            }

            if (environment.IsDevelopment())
            {
                options.Conventions.AllowAnonymousToFolder("/Pieces");
            }
        });
        return services;
    }

    private sealed record PermissionNeeded(Permission Permission) : IAuthorizationRequirement;

    private sealed class PermissionHandler(IHttpContextAccessor accessor) : AuthorizationHandler<PermissionNeeded>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionNeeded requirement)
        {
            if (accessor.HttpContext?.RequestServices.GetRequiredService<CallerHolder>().Caller.Can(requirement.Permission) == true)
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
