using HnCe.Pages.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHnCePages();
builder.Services.AddHnCeSecurityHeaders();

var app = builder.Build();
app.UseHnCeSecurityHeaders();
app.UseExceptionHandler("/error");
app.UseStatusCodePagesWithReExecute("/status/{0}");
app.UseRouting();
app.MapStaticAssets();
app.MapRazorPages();
app.Run();
